import type { Plan } from '../schema/plan.ts'
import { trimEnd } from '../text/trim.ts'
import { counter } from './entry.ts'

/**
 * The file name of each Plan, without its ending: that of the source, kept to what every file system takes; two of one name are counted, and
 * no document gets the name `reserved`.
 */
export function fileStem(reserved?: string): (plan: Plan) => string {
  const count = counter()
  if (reserved !== undefined) count(reserved)
  return ({ source }) => {
    const name = source.name.replace(/\.[^.]+$/u, '').replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_')
    const stem = trimEnd(name.replace(/^\.+/u, ''), '.')
    return count((stem === '' ? source.sha256.slice(0, 16) : stem).slice(0, 120))
  }
}
