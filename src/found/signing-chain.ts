import type { SigningStep } from '../schema/parts.ts'

//  TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH   T/M BAN THƯỜNG VỤ   Q. GIÁM ĐỐC   K/T BÍ THƯ
//  ^^                  ^^             ^^^                 ^            ^^^
const MARK = /(?<![\p{L}\p{M}\d/])(?<mark>T ?\/ ?UQ|T ?\/ ?M|K ?\/ ?T|T ?\/ ?L|TUQ|TƯQ|TM|KT|TL|Q|QUYỀN|Quyền)(?<dot>[.,:]?)(?=[ \p{Lu}])/gu
const MARKS: Record<string, SigningStep['mark']> = {
  TM: 'TM',
  KT: 'KT',
  TL: 'TL',
  TUQ: 'TUQ',
  TƯQ: 'TUQ',
  Q: 'Q',
  QUYỀN: 'Q',
}

/** Who signs for whom, from the lines of authority and the signer's own title, in the order of decree 30/2020/NĐ-CP, appendix I, II.7. */
export function signingChain(authority: string | null, title: string | null): SigningStep[] {
  return [...stepsOf(authority), ...stepsOf(title)]
}

function stepsOf(printed: string | null): SigningStep[] {
  if (printed === null) return []
  const marks = [...printed.matchAll(MARK)].filter(({ groups, index }) => isMark(groups, index))
  const before = printed.slice(0, marks[0]?.index ?? printed.length).trim()
  const steps: SigningStep[] = before === '' ? [] : [{ mark: null, office: before }]
  for (const [i, match] of marks.entries()) {
    const letters = (match.groups?.mark ?? '').replace(/[ /]/gu, '').toUpperCase()
    const office = printed.slice(match.index + match[0].length, marks[i + 1]?.index ?? printed.length)
    steps.push({ mark: MARKS[letters] ?? null, office: office.replace(/^[ .,:]{1,9}/u, '').trim() })
  }
  return steps
}

/** `Q` is a mark with its point, `QUYỀN` where it opens the title; both are letters of other words. */
const isMark = (groups: Record<string, string> | undefined, index: number): boolean =>
  groups?.mark === 'Q' ? groups.dot === '.' : !/^quyền$/iu.test(groups?.mark ?? '') || index === 0
