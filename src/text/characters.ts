/** What ends a line in a text of any origin: CRLF, CR, vertical tab, next line, Unicode's own separators. */
const LINE_END = /\r\n?|[\v\u0085\u2028\u2029]/gu
/** Printed as nothing: soft hyphen, zero-width space and joiners, direction marks, word joiner, byte-order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu
/** Letters of other alphabets that are printed just as `Đ`, and that recognisers give for it: capital eth, African D. */
const LOOKS_LIKE_D = /[\u00d0\u0189]/gu
const LONE_SURROGATE = /\p{Surrogate}/gu
// Any of these, also a surrogate with its other half: most texts have none.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const ODD = /[\u0000-\u0008\v\r-\u001f\u007f-\u009f\u00ad\u00d0\u0189\u200b-\u200f\u2028-\u202e\u2060-\u2064\ud800-\udfff\ufeff]/

/**
 * The text that every later stage reads: NFC, lines ended by LF and pages by form feed, nothing invisible, no control
 * characters (a space stands for each), one code for `Đ`, no half of a surrogate pair (U+FFFD stands for it). Idempotent.
 */
export function normaliseCharacters(text: string): string {
  if (!ODD.test(text)) return text.normalize('NFC')
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(LOOKS_LIKE_D, 'Đ')
    .normalize('NFC')
}
