import type { IssuerLevel } from '../../schema/fields.ts'
import { foldAligned } from '../document.ts'

/** First words of the names of bodies, folded. A name that is printed over several lines goes on where none of these opens the line. */
const HEADS =
  /^(?:ubnd|hdnd|ubmttq|uy ban|hoi dong|so |bo |phong |ban |to |truong |trung tam|benh vien|tram |vien |hoc vien|dai hoc|cuc |chi cuc|tong cuc|vu |van phong|thanh tra|cong an|dang bo|dang uy|tinh uy|thanh uy|huyen uy|quan uy|thi uy|chi bo|hoi |doan |lien doan|tinh doan|thanh doan|huyen doan|cong doan|mat tran|kho bac|bao hiem|ngan hang|toa an|vien kiem sat|bo chi huy|bo tu lenh|quan khu|quan doan|tong cong ty|cong ty|tap doan|doi |hat |dai |bao |chinh phu|quoc hoi|thu tuong|chu tich|tong lien doan|lien hiep|lien minh|lien hop|ban quan ly|cong thong tin|nha |thuong truc|trung uong|bch |btv |khoa |thu vien|bao tang|thue |hai quan|dien luc|buu dien|cang vu|chi nhanh ngan hang|quy )/u
/** Heads too general to stand alone: the next line belongs to them whatever opens it. */
const OPEN_HEADS =
  /^(?:van phong|thanh tra|ban chap hanh|ban thuong vu|thuong truc|dang uy|dang bo|cong doan|ban can su|van phong ubnd|hoi dong|ban chi dao|chi bo|vien|truong|uy ban|bch|btv|ban thuong truc)$/u

/** Whether `line` opens the name of a body rather than goes on with one. */
export function opensName(line: string): boolean {
  return HEADS.test(`${foldAligned(line)} `)
}

/** Whether the name `line` cannot end there. */
export function needsMore(line: string): boolean {
  const folded = foldAligned(line).trim()
  return OPEN_HEADS.test(folded) || /(?: va| -|,)$/u.test(folded)
}

const LEVELS: [RegExp, IssuerLevel][] = [
  [
    /^(?:ban (?:chap hanh|thuong vu)(?! (?:hoi|doan|cong doan|tong))|dang |dang bo|dang uy|tinh uy|thanh uy|huyen uy|quan uy|thi uy|chi bo|van phong (?:tinh|huyen|thanh|thi|quan) uy|van phong dang uy|ban (?:to chuc|tuyen giao|dan van|noi chinh|bi thu)|uy ban kiem tra)/u,
    'party',
  ],
  [/^(?:truong|dai hoc|hoc vien|phan hieu)/u, 'school'],
  [/^(?:benh vien|trung tam y te|tram y te|phong kham)/u, 'hospital'],
  [
    /^(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|van phong (?:ubnd|hdnd|uy ban|hoi dong)).{0,200} (?<!thi )(?:xa|phuong|thi tran|dac khu) /u,
    'commune',
  ],
  [/^(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|van phong (?:ubnd|hdnd|uy ban|hoi dong)).{0,200} (?:huyen|quan|thi xa) /u, 'district'],
  [/^(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|van phong (?:ubnd|hdnd|uy ban|hoi dong)).{0,200} (?:tinh|thanh pho|tp) ?/u, 'province'],
  [/^so |^ban quan ly khu|^ban dan toc|^thanh tra tinh|^bo (?:chi huy|doi) |^cong an (?:tinh|thanh pho)/u, 'department'],
  [/^phong /u, 'district'],
  [
    /^(?!.{0,80} chi nhanh)(?:bo (?!chi huy|doi )|chinh phu|quoc hoi|thu tuong|tong cuc|uy ban thuong vu|kiem toan|ngan hang nha nuoc|van phong chinh phu|thanh tra chinh phu|toa an nhan dan toi cao)/u,
    'central',
  ],
]
const CENTRAL_CITIES =
  /thanh pho (?:ha noi|ho chi minh|da nang|hai phong|can tho|hue)|tp\.? ?(?:ha noi|ho chi minh|hcm|da nang|hai phong|can tho|hue)/u

const ASSOCIATION = /^(?:hoi |doan |lien doan|tong lien doan|trung uong (?:hoi|doan)|uy ban (?:mttq|mat tran))/u

/** The level of the body `name`, with the help of the body above it: a city below a province is a district. */
export function levelOf(name: string, parent: string | null): IssuerLevel | null {
  const folded = `${foldAligned(name).replace(/\s+/gu, ' ').trim()} `
  const level = LEVELS.find(([pattern]) => pattern.test(folded))?.[1]
  if (level === undefined) return folded.trim() === '' ? null : 'organisation'
  if (level === 'province' && /thanh pho|tp/u.test(folded) && !CENTRAL_CITIES.test(folded) && !/tinh/u.test(folded)) return 'district'
  // The committees of unions and associations have the party's names.
  if (level === 'party' && parent !== null && ASSOCIATION.test(foldAligned(parent))) return 'organisation'
  return level
}
