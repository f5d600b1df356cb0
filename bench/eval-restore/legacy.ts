import { decodeTcvn3, decodeVni, detectLegacy } from '../../src/vietnamese/legacy.ts'
import { DIALECTS } from '../../training/noise/dialects.ts'
import { heldOut } from './inputs.ts'
import { heading, percent, table } from './report.ts'
import { add, emptyTally, scoreLine } from './score.ts'

const MOST_SYLLABLES = 10_000
const PAGE = 40

/** Held-out plans typed for the fonts before Unicode: what the reader of text layers detects and decodes. */
export function evaluateLegacy(): void {
  heading('legacy: TCVN3 and VNI, decoded as the text layers of a PDF are')
  const lines = heldOut('plans', MOST_SYLLABLES)
  if (lines === null) {
    console.log('No ../shared/corpus. Left out.')
    return
  }
  const rows = (['tcvn3', 'vni'] as const).map((name) => {
    const sum = emptyTally()
    let pages = 0
    let found = 0
    for (let at = 0; at < lines.length; at += PAGE) {
      const truth = lines.slice(at, at + PAGE)
      const raw = truth.map(DIALECTS[name])
      const legacy = detectLegacy(raw.join('\n'))
      pages++
      if (legacy === name) found++
      const decode = legacy === 'tcvn3' ? decodeTcvn3 : legacy === 'vni' ? decodeVni : (text: string) => text
      truth.forEach((line, i) => {
        add(sum, scoreLine(line, raw[i] as string, decode(raw[i] as string)))
      })
    }
    return [
      name,
      `${found} of ${pages}`,
      String(sum.syllables),
      percent(sum.syllableErrors, sum.syllables),
      percent(sum.tokenErrors, sum.tokens),
    ]
  })
  table(['encoding', `pages of ${PAGE} lines detected`, 'syllables', 'SER %', 'WER %'], rows)
}
