import type { AST } from '@eslint-community/regexpp'

export type CharacterNode = AST.Character | AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass

const LINE_ENDS = ['\n', '\r', '\u2028', '\u2029']
/** Stands for all characters of higher planes that no part of a pattern names: a class that holds it is written as what it leaves out. */
const OTHERS = '\uffff'
const REST = ['中', '힣', '\ufeff', OTHERS, '😀', '𠀀', '𝐀', '𝐚', '𝟎']
const EVERYDAY = 0x3000
const FIRST_ATOM = 0x4e00

export interface Atoms {
  /** The signs that stand for what `node` matches. */
  of: (node: CharacterNode) => Set<string>
  all: () => Set<string>
  /** A class of signs as a checker reads it. */
  print: (atoms: ReadonlySet<string>) => string
}

/** A letter that `atomsOf` gives to no class. */
export const NEVER = '\u9fff'

/**
 * Characters that no part of the pattern tells apart are one to a matcher. Gives each such set one sign, and each part of the pattern the
 * class of signs that it matches, found out by asking the engine itself: whatever `\p{…}`, `i` or `v` mean, the class means the same, in
 * plain syntax. Characters: all below U+3000, all that the pattern names, and samples of the rest.
 */
export function atomsOf(nodes: readonly CharacterNode[], flags: string): Atoms {
  const distinct = new Map(nodes.map((node) => [node.raw, node]))
  const universe = new Set([...LINE_ENDS, ...REST])
  for (let code = 0; code < EVERYDAY; code++) universe.add(String.fromCodePoint(code))
  const named = (node: CharacterNode): string[] => (node.type === 'Character' ? casesOf(String.fromCodePoint(node.value)) : [])
  for (const node of distinct.values()) for (const sign of named(node)) universe.add(sign)

  const matched = new Map<string, Set<string>>()
  const signatures = new Map<string, string[]>()
  for (const [raw, node] of distinct) {
    const pattern = new RegExp(`^(?:${raw})$`, flags.replace(/[gymd]/gu, ''))
    const candidates = node.type === 'Character' ? named(node) : universe
    matched.set(raw, new Set([...candidates].filter((sign) => pattern.test(sign))))
    for (const sign of matched.get(raw) ?? []) signatures.set(sign, [...(signatures.get(sign) ?? []), raw])
  }
  const atoms = new Map<string, string>()
  const others = (signatures.get(OTHERS) ?? []).join('\0')
  const atomOf = (sign: string): string => {
    if (LINE_ENDS.includes(sign)) return sign
    const signature = (signatures.get(sign) ?? []).join('\0')
    if (signature === others) return OTHERS
    const known = atoms.get(signature) ?? String.fromCodePoint(FIRST_ATOM + atoms.size)
    atoms.set(signature, known)
    return known
  }
  const classes = new Map([...matched].map(([raw, signs]) => [raw, new Set([...signs].map(atomOf))]))
  const print = (wanted: ReadonlySet<string>): string => {
    if (wanted.size === 0) return NEVER
    if (!wanted.has(OTHERS)) return `[${[...wanted].map(escapeAtom).join('')}]`
    const left = [...LINE_ENDS, ...atoms.values()].filter((atom) => !wanted.has(atom))
    return left.length === 0 ? '[^]' : `[^${left.map(escapeAtom).join('')}]`
  }
  const all = (): Set<string> => new Set([OTHERS, ...LINE_ENDS, ...atoms.values()])
  return { of: (node) => classes.get(node.raw) ?? new Set(), all, print }
}

const casesOf = (sign: string): string[] => [...new Set([sign, sign.toLowerCase(), sign.toUpperCase()])]

const ESCAPED: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\u2028': '\\u2028', '\u2029': '\\u2029' }

const escapeAtom = (atom: string): string => ESCAPED[atom] ?? atom
