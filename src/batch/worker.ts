import { sniff } from '../bytes/sniff.ts'
import { loadBytes } from '../plan/file.ts'
import { formatPlan } from '../plan/format.ts'
import { createReader, type Reader } from '../plan/reader.ts'
import { KehoachError } from '../schema/error.ts'
import type { Plan } from '../schema/plan.ts'
import { writeDurably } from './files.ts'
import type { Message, Request, Result } from './protocol.ts'

// The process that reads documents for a batch, one after another with the same recogniser, until its parent goes.

let reader: Reader | undefined

async function readDocument(request: Request): Promise<Result> {
  const plan = await read(request)
  if ('type' in plan) return plan
  const warnings: Record<string, number> = {}
  for (const { code } of [...plan.warnings].sort((a, b) => (a.code < b.code ? -1 : 1))) warnings[code] = (warnings[code] ?? 0) + 1
  try {
    await writeDurably(request.partial, formatPlan(plan, 'json'))
  } catch (error) {
    return { type: 'unwritable', message: error instanceof Error ? error.message : String(error) }
  }
  return { type: 'read', sha256: plan.source.sha256, pages: plan.source.pageCount, warnings }
}

async function read({ path, engine, pageTimeout }: Request): Promise<Plan | Result> {
  try {
    const { bytes, ...named } = await loadBytes(path)
    if (sniff(bytes) !== 'text/plain') send({ type: 'paged' })
    reader ??= createReader({ engine })
    const onPage = (page: { page: number; pageCount: number }) => send({ type: 'page', ...page })
    return await reader.read(bytes, { ...named, pageTimeoutMs: pageTimeout, onPage })
  } catch (error) {
    if (error instanceof KehoachError) return { type: 'failed', code: error.code, message: error.message }
    return { type: 'broken', message: error instanceof Error ? error.message : String(error) }
  }
}

function send(message: Message): void {
  if (process.connected) process.send?.(message)
}

// Ctrl-C reaches the whole terminal; when to end is the parent's to say.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
// The parent is gone, killed perhaps: so is whoever would take the result.
process.on('disconnect', () => process.exit())
process.on('message', async (request: Request) => send(await readDocument(request)))
// Linux tells the parent itself, even of a worker that is too busy to answer.
if (process.platform !== 'linux') setInterval(() => send({ type: 'memory', bytes: process.memoryUsage.rss() }), 500).unref()
send({ type: 'ready' })
