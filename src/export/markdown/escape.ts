/** Text that Markdown shows as it is: what would be markup is escaped, at the start of a line too. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~$]/gu, '\\$&')
    .replace(/&(?=[#\p{L}])/gu, '&amp;')
    .replace(/^(?<mark>[-+#]|={2,})/u, '\\$<mark>')
    .replace(/^(?<digits>\d{1,9})(?<mark>[.)])(?=\s|$)/u, '$<digits>\\$<mark>')
}

/** A table; every row has as many cells as the header. */
export function markdownTable(header: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const line = (cells: readonly (string | null)[]): string =>
    `| ${header.map((_, at) => escapeMarkdown((cells[at] ?? '').replace(/\s+/gu, ' '))).join(' | ')} |`
  return [line(header), `|${header.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n')
}
