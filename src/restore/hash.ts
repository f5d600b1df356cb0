/**
 * Two 32-bit lanes that name an n-gram. A context is folded nearest word first, so that one fold more reaches one word further
 * back; the word to be predicted is folded in last.
 */
export function laneA(lane: number, word: number): number {
  let mixed = Math.imul(lane ^ Math.imul(word + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35)
  mixed ^= mixed >>> 15
  return Math.imul(mixed, 0x2c1b3c6d)
}

export function laneB(lane: number, word: number): number {
  let mixed = Math.imul(lane + Math.imul(word ^ 0x165667b1, 0x27d4eb2f), 0x9e3779b1)
  mixed ^= mixed >>> 13
  return Math.imul(mixed, 0x297a2d39)
}
