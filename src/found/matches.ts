/** Every match of `pattern` (`g`) in `text`, in order; unlike `matchAll` it copies no pattern, which on short texts costs as much as the search. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++
    found.push(match)
  }
  return found
}

/**
 * The matches of `pattern` (`y`) in `text` that begin where `cue` (`g`) matches in `folded`, its letters folded in place: words without marks, case
 * and look to what stands before are found at a fraction of the price, and `pattern` is asked at few places. None overlaps the one before.
 */
export function matchesAt(pattern: RegExp, text: string, cue: RegExp, folded: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let past = 0
  cue.lastIndex = 0
  for (let place = cue.exec(folded); place !== null; place = cue.exec(folded)) {
    cue.lastIndex = place.index + 1
    if (place.index < past) continue
    pattern.lastIndex = place.index
    const match = pattern.exec(text)
    if (match === null) continue
    found.push(match)
    past = match.index + Math.max(match[0].length, 1)
    cue.lastIndex = past
  }
  return found
}
