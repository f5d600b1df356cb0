// Packs the lists of administrative units before and since 1 July 2025 into src/found/gazetteer/units.ts:
// node training/run.mjs training/gazetteer/main.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { canonicalTone, compareKey } from '../../src/vietnamese/letters.ts'

const LISTS = '../shared/lists'
const OUT = 'src/found/gazetteer/units.ts'

/** The letter of each kind of unit, and the words that begin its name. */
const KINDS: [letter: string, words: string][] = [
  ['t', 'tỉnh'],
  ['c', 'thành phố'],
  ['h', 'huyện'],
  ['q', 'quận'],
  ['s', 'thị xã'],
  ['x', 'xã'],
  ['p', 'phường'],
  ['n', 'thị trấn'],
  ['d', 'đặc khu'],
]

interface Unit {
  code: string
  letter: string
  name: string
  parent: string
}

function toUnit(code: string, printed: string, parent: string): Unit {
  // The lists put the tone of `Hoà` where each source had it.
  const name = printed
    .normalize('NFC')
    .replace(/\p{L}+/gu, canonicalTone)
    .replace(/\s+/g, ' ')
    .trim()
  const kind = KINDS.find(([, words]) => name.toLowerCase().startsWith(`${words} `))
  if (kind === undefined) throw new Error(`no kind: ${printed}`)
  return { code, letter: kind[0], name: name.slice(kind[1].length + 1).trim(), parent }
}

function read(file: string, parentColumn: number): Map<number, Unit[]> {
  const levels = new Map<number, Unit[]>()
  for (const line of readFileSync(`${LISTS}/${file}`, 'utf8').split('\n').slice(1)) {
    const cells = line.split('\t')
    const [level, code, name] = cells
    if (!level || !code || !name) continue
    const list = levels.get(Number(level)) ?? []
    list.push(toUnit(code, name, (cells[parentColumn] ?? '').trim()))
    levels.set(Number(level), list)
  }
  return levels
}

/** `00001pPhúc Xá,pTrúc Bạch,6pVĩnh Phúc`: a code, or how far it is from the one before where that is not 3. */
function pack(units: Unit[], width: number): string {
  let last = Number.NaN
  return units
    .map(({ code, letter, name }) => {
      const value = Number(code)
      const step = Number.isNaN(last) ? code.padStart(width, '0') : value - last === 3 ? '' : String(value - last)
      last = value
      return `${step}${letter}${name}`
    })
    .join(',')
}

const byCode = (units: Unit[]): Unit[] => [...units].sort((a, b) => Number(a.code) - Number(b.code))
const full = ({ letter, name }: Unit): string => {
  const words = KINDS.find(([other]) => other === letter)?.[1] ?? ''
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${name}`
}
const same = (a: string, b: string): boolean => compareKey(a) === compareKey(b)

const before = read('admin_units_pre_merger.tsv', 4)
const since = read('admin_units_post_merger_2025.tsv', 3)

const linesBefore: string[] = []
let packed = 0
for (const province of before.get(1) ?? []) {
  const districts = (before.get(2) ?? []).filter((unit) => same(unit.parent, full(province)))
  const parts = districts.map((district) => {
    const communes = (before.get(3) ?? []).filter((unit) => {
      const [own = '', above = ''] = unit.parent.split(' | ')
      return same(own, full(district)) && same(above, full(province))
    })
    packed += communes.length
    return `${pack([district], 3)}:${pack(byCode(communes), 5)}`
  })
  linesBefore.push([pack([province], 2), ...parts].join(';'))
}
const linesSince: string[] = []
let packedSince = 0
for (const province of since.get(1) ?? []) {
  const communes = byCode((since.get(2) ?? []).filter((unit) => same(unit.parent, full(province))))
  packedSince += communes.length
  linesSince.push(`${pack([province], 2)};:${pack(communes, 5)}`)
}
console.log(`before: ${packed} of ${before.get(3)?.length} communes; since: ${packedSince} of ${since.get(2)?.length}`)

const inTemplate = (text: string): string => text.replace(/[\\`]|\$\{/g, '\\$&')
const content = `// Written by training/gazetteer/main.ts; do not edit. Public lists of administrative units with the codes of the General Statistics Office.
// A line a province, \`code kind name\`, then its districts parted by \`;\`, each \`code kind name:communes\`; a commune's code is 3 above the one before it
// unless it says how far. Kinds: t tỉnh, c thành phố, h huyện, q quận, s thị xã, x xã, p phường, n thị trấn, d đặc khu.

/** Until 30 June 2025: 63 provinces, their districts and communes. */
export const UNITS_BEFORE = \`
${inTemplate(linesBefore.join('\n'))}
\`

/** Since 1 July 2025: 34 provinces and their communes, without districts. */
export const UNITS_SINCE = \`
${inTemplate(linesSince.join('\n'))}
\`
`
writeFileSync(OUT, content)
console.log(`${OUT}: ${Buffer.byteLength(content)} bytes`)
