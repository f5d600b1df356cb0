import { kindAt, SPACE } from '../vietnamese/kind.ts'

/** Where `text` ends without the characters at its end that are white space or in `marks`; an expression would look from every one of them. */
export function trimmedEnd(text: string, marks: string): number {
  let end = text.length
  while (end > 0 && ((kindAt(text, end - 1) & SPACE) !== 0 || marks.includes(text.charAt(end - 1)))) end--
  return end
}

/** Whether the last character of `text` is one of `marks`. */
export const endsIn = (text: string, marks: string): boolean => text !== '' && marks.includes(text.charAt(text.length - 1))

/** `text` without white space and `marks` at its end. */
export function trimEnd(text: string, marks: string): string {
  return text.slice(0, trimmedEnd(text, marks))
}
