/** A minimal PDF writer for tests: pages of text in a font whose ToUnicode map gives the letters, and of RGB images. */
export interface TestPage {
  text?: { x: number; y: number; line: string }[]
  /** Raw grey or RGB pixels that fill the page. */
  image?: { width: number; height: number; channels: 1 | 3; data: Uint8Array }
  /** Free-text annotations: their text is drawn by their appearance stream. */
  notes?: { x: number; y: number; line: string }[]
  width?: number
  height?: number
}

export function writePdf(pages: TestPage[]): Uint8Array {
  const letters = [...new Set(pages.flatMap((page) => [...(page.text ?? []), ...(page.notes ?? [])].flatMap(({ line }) => [...line])))]
  if (letters.length > 250) throw new Error('too many letters for one font')
  const codeOf = new Map(letters.map((letter, i) => [letter, i + 1]))
  const hex = (line: string) => [...line].map((letter) => (codeOf.get(letter) ?? 0).toString(16).padStart(2, '0')).join('')
  const show = (items: { x: number; y: number; line: string }[], height: number) =>
    items.map(({ x, y, line }) => `BT /F1 13 Tf 1 0 0 1 ${x} ${height - y} Tm <${hex(line)}> Tj ET`).join('\n')
  const objects: (string | Uint8Array)[][] = []
  const add = (...parts: (string | Uint8Array)[]) => objects.push(parts)
  const stream = (dictionary: string, body: string | Uint8Array) =>
    add(`<< ${dictionary} /Length ${body.length} >>\nstream\n`, body, '\nendstream')

  const map = letters.map(
    (letter, i) =>
      `<${(i + 1).toString(16).padStart(2, '0')}> <${[...letter].map((each) => (each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`,
  )
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${chunks(map, 90)
  .map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`)
  .join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`
  const kids = pages.map((_, i) => `${5 + i * 4} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  const widths = letters.map(() => 500).join(' ')
  add(
    `<< /Type /Font /Subtype /TrueType /BaseFont /Times /FirstChar 1 /LastChar ${Math.max(1, letters.length)} /Widths [${widths || 500}] /ToUnicode 4 0 R >>`,
  )
  stream('', cmap)
  for (const [i, page] of pages.entries()) {
    const { width = 595, height = 842, image } = page
    const base = 5 + i * 4
    const appearance =
      (page.notes ?? []).length > 0
        ? `/Annots [<< /Type /Annot /Subtype /FreeText /Rect [0 0 ${width} ${height}] /F 4 /Contents (n) /AP << /N ${base + 3} 0 R >> >>]`
        : ''
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${base + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /I ${base + 2} 0 R >> >> ${appearance} >>`,
    )
    stream('', `${image === undefined ? '' : `q ${width} 0 0 ${height} 0 0 cm /I Do Q\n`}${show(page.text ?? [], height)}`)
    const pixels = image ?? { width: 1, height: 1, channels: 1, data: new Uint8Array([255]) }
    stream(
      `/Type /XObject /Subtype /Image /Width ${pixels.width} /Height ${pixels.height} /BitsPerComponent 8 /ColorSpace /${pixels.channels === 1 ? 'DeviceGray' : 'DeviceRGB'}`,
      pixels.data,
    )
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> >>`,
      show(page.notes ?? [], height),
    )
  }
  return assemble(objects)
}

function assemble(objects: (string | Uint8Array)[][]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((body, i) => {
    offsets.push(length())
    parts.push(
      Buffer.from(`${i + 1} 0 obj\n`),
      ...body.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
      Buffer.from('\nendobj\n'),
    )
  })
  const start = length()
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}
