import { stripTone, toneOf } from './letters.ts'

/** Onsets of modern spelling, longest first; `gi` and `qu` count as onsets. */
const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?/u
const CODA = /(?:ng|nh|ch|[cmnptiouy])?$/u
const NUCLEUS = /^(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ia|iê|ya|yê|ua|uô|ưa|ươ|oa|oă|oe|oo|uâ|uê|uơ|uy|uyê|uya|ôô)$/u

/** Whether `syllable` (lower case, NFC) is spelt as a Vietnamese syllable can be: onset, nucleus, coda, and a tone that the coda allows. */
export function isSyllable(syllable: string): boolean {
  const tone = toneOf(syllable)
  const bare = stripTone(syllable)
  const onset = ONSET.exec(bare)?.[0] ?? ''
  return (
    hasRhyme(bare.slice(onset.length), tone) ||
    (onset === 'gi' && hasRhyme(bare.slice(1), tone)) ||
    (onset === 'qu' && hasRhyme(bare.slice(1), tone))
  )
}

function hasRhyme(rhyme: string, tone: number): boolean {
  if (NUCLEUS.test(rhyme)) return true
  const coda = CODA.exec(rhyme)?.[0] ?? ''
  if (coda === '' || !NUCLEUS.test(rhyme.slice(0, rhyme.length - coda.length))) return false
  const stopped = /^(?:p|t|c|ch)$/u.test(coda)
  return !stopped || tone === 2 || tone === 5
}
