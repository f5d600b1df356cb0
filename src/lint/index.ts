import type { Plan } from '../schema/plan.ts'
import type { LintFinding, Severity } from './finding.ts'
import { articleOf, type Regime } from './regime.ts'
import { type LintContext, lintContext } from './rule.ts'
import { RULES } from './rules/index.ts'

export type { LintFinding, Severity } from './finding.ts'
export { type Regime, regimeOf } from './regime.ts'

/**
 * Where a document departs from the rules of form that held on its day: decree 30/2020/NĐ-CP, the circulars before it, or the party's
 * guidance for its own documents. In the order of the components, then of the text. What a scan or a garbled text seems to lack may
 * only have been lost by the recogniser: there a missing component is a warning.
 *
 * @example
 * for (const { severity, message, article } of lintPlan(plan)) console.log(severity, message, article)
 */
export function lintPlan(plan: Plan): LintFinding[] {
  const context = lintContext(plan)
  return RULES.filter(({ holds }) => holds === undefined || holds.includes(context.regime.body)).flatMap((rule) =>
    rule
      .check(context)
      .filter(({ span }) => span !== null || !context.attached)
      .map(({ message, span, severity = rule.severity }) => ({
        rule: rule.id,
        severity: span === null ? missing(severity, context) : severity,
        message,
        article: articleOf(context.regime, rule.component),
        span,
        ...placeOf(context, span),
      })),
  )
}

function missing(severity: Severity, { plan }: LintContext): Severity {
  const unsure = plan.source.kind === 'scan' || plan.warnings.some(({ code }) => code === 'LOW_CONFIDENCE')
  return unsure && severity === 'error' ? 'warning' : severity
}

function placeOf({ plan }: LintContext, span: LintFinding['span']): { page: number | null; line: number | null } {
  const page = span === null ? undefined : plan.pages.find(({ span: whole }) => span.start >= whole.start && span.start < whole.end)
  if (span === null || page === undefined) return { page: null, line: null }
  return { page: page.number, line: page.lines.findIndex((line) => line.span.end > span.start) + 1 }
}

/** The ids of all rules, for users who choose among them. */
export const LINT_RULES: readonly string[] = RULES.map(({ id }) => id)

export type RegimeId = Regime['id']
