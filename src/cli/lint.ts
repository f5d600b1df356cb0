import { Command, Option } from 'commander'
import type { LintFinding } from '../lint/index.ts'
import type { EngineName } from '../pages/index.ts'
import type { Plan } from '../schema/plan.ts'
import { engineOption } from './engine.ts'
import { EXIT, reportError } from './exit.ts'
import { checkInputs, openInput } from './input.ts'
import { readPlans } from './plans.ts'
import { startProgress } from './progress.ts'

const EXAMPLES = `
The rules are those of the document's day: decree 30/2020/NĐ-CP, circular 01/2011/TT-BNV before 05/3/2020, the party's guidance for its own
documents. It exits 3 when a finding is an error.

Examples:
  kehoach lint plan.pdf
  kehoach lint plan.json                  a Plan that was read before
  kehoach lint *.txt --format json        one JSON object a document and line
`

export function lintCommand(): Command {
  return new Command('lint')
    .description('say which components of a document are missing or malformed, with the article')
    .argument('<FILE...>', 'documents as for kehoach read, or Plans of it (.json, .ndjson); - is standard input')
    .addOption(
      new Option('-f, --format <FORMAT>', 'text: a line a finding; json: an object a document').choices(['text', 'json']).default('text'),
    )
    .addOption(engineOption())
    .addHelpText('after', EXAMPLES)
    .action(lint)
}

async function lint(files: string[], options: { format: 'text' | 'json'; engine: EngineName }): Promise<void> {
  checkInputs(files)
  const { lintPlan, regimeOf } = await import('../lint/index.ts')
  let code: number = EXIT.ok
  for (const file of files) {
    try {
      for await (const plan of plansOf(file, options.engine)) {
        const findings = lintPlan(plan)
        const { name: rules } = regimeOf(plan)
        process.stdout.write(
          options.format === 'json'
            ? `${JSON.stringify({ file, rules, findings })}\n`
            : findings.map((finding) => toLine(file, finding)).join(''),
        )
        if (findings.some(({ severity }) => severity === 'error')) code = Math.max(code, EXIT.findings)
      }
    } catch (error) {
      // An input that could not be read says more than the findings of the others.
      code = reportError(error, file)
      process.exitCode = code
    }
  }
  process.exitCode ??= code
}

/** A Plan is linted as it is; anything else is read first. */
async function* plansOf(file: string, engine: EngineName): AsyncGenerator<Plan> {
  if (/\.(?:json|ndjson|jsonl)$/iu.test(file)) {
    yield* readPlans(file)
    return
  }
  const { createReader } = await import('../plan/index.ts')
  const reader = createReader({ engine })
  const progress = await startProgress(file)
  try {
    const { input, ...named } = await openInput(file)
    yield await reader.read(input, { ...named, onPage: progress.page })
  } finally {
    progress.stop()
    await reader.close()
  }
}

/** `plan.pdf:1:5: error number-missing: The document has no number … [Nghị định 30/2020/NĐ-CP, Điều 8 …]`, as compilers print it. */
function toLine(file: string, { page, line, severity, rule, message, article }: LintFinding): string {
  const place = page === null ? '' : `:${page}:${line}`
  return `${file}${place}: ${severity} ${rule}: ${message} [${article}]\n`
}
