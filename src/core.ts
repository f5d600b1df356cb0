export { LINT_RULES, type LintFinding, lintPlan, type Severity } from './lint/index.ts'
export { locate, locateRaw, type Place } from './plan/locate.ts'
export { createParser, type ParseOptions, type Parser, parsePlan, restoreText } from './plan/parse.ts'
export {
  DIALECTS,
  type Dialect,
  type DialectStretch,
  loadModel,
  type RestorationModel,
  type RestoredText,
  type RestoreOptions,
} from './restore/index.ts'
export * from './schema/index.ts'
