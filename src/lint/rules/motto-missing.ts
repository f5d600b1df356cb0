import { findTail } from '../../found/vocabulary/similarity.ts'
import type { Body } from '../regime.ts'
import { NONE, one, type Rule } from '../rule.ts'

const MOTTOES: Record<Body, string[]> = {
  state: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  party: ['ĐẢNG CỘNG SẢN VIỆT NAM'],
  'youth-union': ['ĐOÀN TNCS HỒ CHÍ MINH'],
}

/** Quốc hiệu and Tiêu ngữ, or the party's or the youth union's own line. */
export const mottoMissing: Rule = {
  id: 'motto-missing',
  severity: 'error',
  component: 'motto',
  check({ letterhead, regime }) {
    const missing = MOTTOES[regime.body].filter((motto) => !letterhead.some(({ text }) => findTail(text, motto, 0.85) >= 0))
    return missing.length === 0 ? NONE : one(`The letterhead lacks ${missing.map((motto) => `“${motto}”`).join(' and ')}.`, null)
  },
}
