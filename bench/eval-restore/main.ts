/**
 * What restoration gets right and wrong: `npm run eval:restore [-- --only eng,vie] [--model FILE] [--scans FOLDER] [--long 1,5,10]
 * [--show N]`. Sections: eng, vie, stripped, legacy, clean, documents, speed.
 *
 * Held-out lines of the corpus (training/split.ts) are never trained on: neither the language model nor the channel sees them. The
 * pages of eng and vie are printed from such lines alone by `npm run train:noise`. Weights and trust of src/restore/tuning.ts were
 * chosen with some of them in view. What an input lacks is said, and left out.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { decodings } from './baselines.ts'
import { evaluateClean } from './clean.ts'
import { evaluateSpeed } from './costs.ts'
import { evaluateDocuments } from './documents.ts'
import { evaluateLegacy } from './legacy.ts'
import { evaluatePages } from './pages.ts'
import { evaluateStripped } from './stripped.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'eng,vie,stripped,legacy,clean,documents,speed' },
    model: { type: 'string', default: 'src/restore/model/vi.bin' },
    scans: { type: 'string' },
    long: { type: 'string', default: '' },
    show: { type: 'string', default: '0' },
  },
})

const show = Number(values.show)
const bytes = new Uint8Array(readFileSync(values.model))
const ways = decodings(bytes)
const sections: Record<string, () => void | Promise<void>> = {
  eng: () => evaluatePages('eng', ways),
  vie: () => evaluatePages('vie', ways),
  stripped: () => evaluateStripped(ways),
  legacy: () => evaluateLegacy(),
  clean: () => evaluateClean(ways, show),
  documents: () => evaluateDocuments(ways, values.scans, show),
  speed: () => evaluateSpeed(values.model, values.long),
}
console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`)
console.log('Held-out lines and the pages printed from them are never trained on.')
for (const name of values.only.split(',')) {
  const section = sections[name]
  if (section === undefined) throw new Error(`no section ${name}: there are ${Object.keys(sections).join(', ')}`)
  await section()
}
