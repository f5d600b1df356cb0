/** Text that Markdown shows as it is inside a line: what would be markup is escaped. */
export function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$]/gu, '\\$&').replace(/&(?=[#\p{L}])/gu, '&amp;')
}

/** `escapeInline` for text that begins a line, where more is markup. */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .replace(/^(?<mark>[-+#]|={2,})/u, '\\$<mark>')
    .replace(/^(?<digits>\d{1,9})(?<mark>[.)])(?=\s|$)/u, '$<digits>\\$<mark>')
}

/** A table; every row has as many cells as the header. */
export function markdownTable(header: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const line = (cells: readonly (string | null)[]): string =>
    `| ${header.map((_, at) => escapeInline((cells[at] ?? '').replace(/\s+/gu, ' '))).join(' | ')} |`
  return [line(header), `|${header.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n')
}
