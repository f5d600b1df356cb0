import type { Warning } from '../../schema/warning.ts'
import { identity, place, table, text } from './table.ts'

export const warnings = table<Warning>('warnings', ({ plan }) => plan.warnings, [
  ...identity<Warning>('w'),
  text('code', ({ code }) => code),
  text('message', ({ message }) => message),
  ...place<Warning>(({ span }) => span),
])
