import { fold } from '../vietnamese/letters.ts'

/** `Ủy ban nhân dân tỉnh` → `uy-ban-nhan-dan-tinh`: letters without marks, digits and hyphens. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '')
}
