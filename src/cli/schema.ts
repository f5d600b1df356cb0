import { Command } from 'commander'

const EXAMPLES = `
Example:
  kehoach schema > plan.schema.json
`

export function schemaCommand(): Command {
  return new Command('schema').description('print the JSON Schema of a Plan').addHelpText('after', EXAMPLES).action(printSchema)
}

async function printSchema(): Promise<void> {
  const { planJsonSchema } = await import('../schema/json-schema.ts')
  process.stdout.write(`${JSON.stringify(planJsonSchema(), null, 2)}\n`)
}
