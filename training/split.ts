/**
 * Which text of the corpus is never trained on. The rule depends on the text alone, so that every trainer, generator and evaluation
 * agrees without a list: a line that recurs anywhere in the corpus lands on the same side each time.
 */

const bytes = new TextEncoder()

/** FNV-1a, 32 bits, over the UTF-8 bytes of `text`; unsigned. */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of bytes.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/** Whether a line of laws, legal-code, decisions or titles is held out: one distinct line in 50, by its NFC, trimmed text. */
export function isHeldOutLine(line: string): boolean {
  return fnv1a32(line.normalize('NFC').trim()) % 50 === 0
}

/** Whether a file of plans/ is held out as a whole: about one in 10, by its bare file name (`03-05.txt`). */
export function isHeldOutPlan(fileName: string): boolean {
  return fnv1a32(fileName) % 10 === 0
}
