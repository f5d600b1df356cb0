import type { Engine } from '../pages/index.ts'
import type { Plan } from '../schema/plan.ts'
import { type ReadOptions, readPlan } from './read.ts'

/** Reads many documents one after another with one recogniser, whose start costs as much as a page. Close it when done. */
export interface Reader {
  read(input: string | URL | Uint8Array, options?: Omit<ReadOptions, 'engine'>): Promise<Plan>
  close(): Promise<void>
}

/**
 * A reader whose recogniser stays warm between documents; it starts with the first scan.
 *
 * @example
 * const reader = createReader()
 * for (const file of files) console.log((await reader.read(file)).title?.text)
 * await reader.close()
 */
export function createReader(options: ReadOptions = {}): Reader {
  const engine = typeof options.engine === 'object' ? options.engine : openLater(options.engine)
  return {
    read: (input, more = {}) => readPlan(input, { ...options, ...more, engine }),
    // An engine that the caller opened is the caller's to close.
    close: async () => (engine === options.engine ? undefined : await engine.close()),
  }
}

/** An engine that is loaded when the first page comes: texts need none. */
function openLater(name: Exclude<ReadOptions['engine'], Engine>): Engine {
  let opened: Promise<Engine> | undefined
  const open = async (): Promise<Engine> => (await import('../pages/index.ts')).createEngine(name)
  return {
    name: name ?? 'tesseract.js',
    async recognise(image, options) {
      opened ??= open()
      return await (await opened).recognise(image, options)
    },
    close: async () => await (await opened)?.close(),
  }
}
