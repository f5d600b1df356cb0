import sharp from 'sharp'
import type { Random } from './random.ts'

/** One channel, 0 black to 255 white, row by row. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

export interface Print {
  font: string
  /** Points. */
  size: number
  dpi: number
  image: Grey
}

type Face = '' | 'Bold' | 'Italic' | 'Bold Italic'

// Liberation Serif has the metrics and nearly the shapes of Times New Roman, which decree 30/2020 asks for.
const FONTS = [
  ['Liberation Serif', 36],
  ['Tinos', 40],
  ['TeX Gyre Termes', 13],
  ['FreeSerif', 11],
] as const
const SIZES = [
  [14, 45],
  [13, 35],
  [12, 14],
  [11, 6],
] as const
const RESOLUTIONS = [
  [200, 50],
  [300, 28],
  [150, 12],
  [240, 10],
] as const
const FACES: readonly (readonly [Face, number])[] = [
  ['', 84],
  ['Bold', 7],
  ['Italic', 7],
  ['Bold Italic', 2],
]

const escapeMarkup = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const STACKED = /[ấầẩẫếềểễốồổỗắằẳẵ]/giu
const TILDE = /[ẫễỗẵ]/iu

/**
 * Times New Roman sets the tone high above the circumflex, where scanners and engines lose it (`tê` for `tế`); the free fonts tuck it in
 * at the side. A combining grapheme joiner between the two makes the font stack them. Liberation Serif sets a stacked tilde beside the
 * letter, so there it stays as it was; the others have no anchors for it.
 */
function stackTones(text: string, font: string): string {
  if (font !== 'Tinos' && font !== 'Liberation Serif') return text
  return text.replace(STACKED, (letter) => {
    if (font === 'Liberation Serif' && TILDE.test(letter)) return letter
    const parts = letter.normalize('NFD')
    return `${parts.slice(0, 2).normalize('NFC')}\u034f${parts.slice(2)}`
  })
}

/** A face for one paragraph: short ones are often headings, which print bold. */
function dress(text: string, random: Random): string {
  const heading = text.length < 90
  const roll = random.next()
  if (heading ? roll < 0.4 : roll < 0.04) return `<b>${escapeMarkup(text)}</b>`
  if (roll > 0.95) return `<i>${escapeMarkup(text)}</i>`
  if (heading && roll > 0.92) return `<b><i>${escapeMarkup(text)}</i></b>`
  return escapeMarkup(text)
}

/**
 * Sets `paragraphs` as a justified column 16.5 cm wide, as state documents do (12 to 16 words a line), black on white.
 * Lines are broken by Pango; which words a line got is learnt again when the reading is aligned.
 */
export async function printPage(paragraphs: readonly string[], random: Random): Promise<Print> {
  const font = random.weighted(FONTS)
  const size = random.weighted(SIZES)
  const dpi = random.weighted(RESOLUTIONS)
  const face = random.weighted(FACES)
  const indent = random.chance(0.8) ? '\u2003\u2003' : ''
  const stacked = random.chance(0.85)
  // Single leading with a gap between paragraphs is the habit; high tones then touch the row above, which costs them their reading.
  const gap = random.chance(0.7) ? `\n<span size="${Math.round(random.between(2, 9) * 1024)}"> </span>\n` : '\n'
  const leading = random.chance(0.7) ? random.between(-0.09, 0.1) : random.between(0.1, 0.4)
  const text = paragraphs.map((paragraph) => indent + dress(stacked ? stackTones(paragraph, font) : paragraph, random)).join(gap)
  const { data, info } = await sharp({
    text: {
      text,
      font: `${font} ${face} ${size}`.replace(/ +/g, ' '),
      dpi,
      width: Math.round((165 / 25.4) * dpi),
      justify: random.chance(0.85),
      spacing: Math.round(leading * (size / 72) * dpi),
    },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    font: face === '' ? font : `${font} ${face}`,
    size,
    dpi,
    image: withMargin(data, info.width, info.height, Math.round(dpi * 0.4)),
  }
}

/** Pango gives white ink on black; turned over and given a margin, for tesseract loses what touches the edge. */
function withMargin(ink: Uint8Array, width: number, height: number, margin: number): Grey {
  const page = new Uint8Array((width + 2 * margin) * (height + 2 * margin)).fill(255)
  for (let y = 0; y < height; y++) {
    const to = (y + margin) * (width + 2 * margin) + margin
    for (let x = 0; x < width; x++) page[to + x] = 255 - (ink[y * width + x] ?? 0)
  }
  return { width: width + 2 * margin, height: height + 2 * margin, data: page }
}
