/** Where `text` ends without the characters at its end that are white space or in `marks`; an expression would look from every one of them. */
export function trimmedEnd(text: string, marks: string): number {
  let end = text.length
  while (end > 0 && (/\s/u.test(text.charAt(end - 1)) || marks.includes(text.charAt(end - 1)))) end--
  return end
}

/** `text` without white space and `marks` at its end. */
export function trimEnd(text: string, marks: string): string {
  return text.slice(0, trimmedEnd(text, marks))
}
