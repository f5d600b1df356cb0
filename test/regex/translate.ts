import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { type Atoms, atomsOf, type CharacterNode, NEVER } from './atoms.ts'

/** What is to be checked in a pattern's stead; `null` where there is no such thing. */
export type Translation = { sources: string[]; flags: string } | { reason: string }

class Untranslatable extends Error {}

/**
 * A pattern as the checker can prove it: without lookarounds, named groups and classes that only newer engines know, and at least as slow.
 *
 * - A lookbehind where the pattern begins, and a lookahead where it ends, are read as the characters that they ask for: `(?<!\p{L})x` as
 *   `(?:^|\P{L})x`. Each path of the matcher stays one path.
 * - A lookahead for one character before one is that character's class made narrower.
 * - Any other lookaround of bounded length costs a constant wherever it is tried. It is left out, and the pattern made to fail in the
 *   end: the matcher then goes every way that it could go with it.
 * - `^(?=…)` of any length is tried once, and checked by itself.
 */
export function translate(source: string, flags: string): Translation {
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  })
  const nodes: CharacterNode[] = []
  let inClass = 0
  const take = (node: CharacterNode): void => {
    if (inClass === 0) nodes.push(node)
  }
  const enter = (node: AST.CharacterClass | AST.ExpressionCharacterClass): void => {
    take(node)
    inClass++
  }
  const leave = (): void => {
    inClass--
  }
  visitRegExpAST(pattern, {
    onCharacterEnter: take,
    onCharacterSetEnter: take,
    onCharacterClassEnter: enter,
    onCharacterClassLeave: leave,
    onExpressionCharacterClassEnter: enter,
    onExpressionCharacterClassLeave: leave,
  })
  try {
    return new Translator(atomsOf(nodes, flags), flags).run(pattern)
  } catch (error) {
    if (error instanceof Untranslatable) return { reason: error.message }
    throw error
  }
}

class Translator {
  #relaxed = false
  #apart: string[] = []
  readonly #atoms: Atoms
  readonly #flags: string

  constructor(atoms: Atoms, flags: string) {
    this.#atoms = atoms
    this.#flags = flags
  }

  run(pattern: AST.Pattern): Translation {
    const body = this.#alternatives(pattern.alternatives, true, true)
    const whole = this.#relaxed ? `(?:${body})${NEVER}` : body
    const flags = this.#flags.includes('m') ? 'm' : ''
    return { sources: [this.#flags.includes('y') ? `^(?:${whole})` : whole, ...this.#apart], flags }
  }

  #alternatives(alternatives: readonly AST.Alternative[], first: boolean, last: boolean): string {
    return alternatives.map(({ elements }) => this.#sequence(elements, first, last)).join('|')
  }

  #sequence(elements: readonly AST.Element[], first: boolean, last: boolean): string {
    let out = ''
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i]
      if (element === undefined) continue
      const next = elements[i + 1]
      if (isLookaround(element) && element.kind === 'lookahead' && next !== undefined && isCharacter(next)) {
        const asked = this.#oneCharacter(element)
        if (asked !== null) {
          out += this.#atoms.print(new Set([...this.#atoms.of(next)].filter((atom) => asked.has(atom) !== element.negate)))
          i++
          continue
        }
      }
      const anchored = first && i === 1 && elements[0]?.type === 'Assertion' && elements[0].kind === 'start'
      out += this.#element(element, first && i === 0, last && i === elements.length - 1, anchored && !this.#flags.includes('m'))
    }
    return out
  }

  #element(element: AST.Element, first: boolean, last: boolean, anchored: boolean): string {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.#atoms.print(this.#atoms.of(element))
      case 'Group':
      case 'CapturingGroup':
        return `(?:${this.#alternatives(element.alternatives, first, last)})`
      case 'Quantifier': {
        const body = this.#element(element.element, false, false, false)
        const { min, max, greedy } = element
        return `${body}{${min},${max === Number.POSITIVE_INFINITY ? '' : max}}${greedy ? '' : '?'}`
      }
      case 'Assertion':
        return this.#assertion(element, first, last, anchored)
      default:
        throw new Untranslatable(`${element.type} ${element.raw}`)
    }
  }

  #assertion(assertion: AST.Assertion, first: boolean, last: boolean, anchored: boolean): string {
    if (assertion.kind === 'start') return '^'
    if (assertion.kind === 'end') return '$'
    if (!isLookaround(assertion)) {
      this.#relaxed = true
      return ''
    }
    const outside = assertion.kind === 'lookahead' ? last : first
    const bounded = longest(assertion.alternatives) < Number.POSITIVE_INFINITY
    if (outside && bounded) {
      if (!assertion.negate) return `(?:${this.#alternatives(assertion.alternatives, first, last)})`
      const asked = this.#oneCharacter(assertion)
      if (asked !== null) {
        const left = this.#atoms.print(new Set([...this.#atoms.all()].filter((atom) => !asked.has(atom))))
        return `(?:${assertion.kind === 'lookahead' ? '$' : '^'}|${left})`
      }
    }
    if (!bounded) {
      if (!anchored || assertion.kind !== 'lookahead') throw new Untranslatable(`a lookaround of any length, ${assertion.raw}`)
      this.#apart.push(`^(?:${this.#alternatives(assertion.alternatives, false, false)})`)
    }
    this.#relaxed = true
    return ''
  }

  /** The characters that a lookaround asks for, or forbids, where that is one; null for longer ones, and where it asks for an edge. */
  #oneCharacter(assertion: AST.LookaroundAssertion): Set<string> | null {
    const atoms = new Set<string>()
    for (const { elements } of assertion.alternatives) {
      const [only] = elements
      if (elements.length !== 1 || only === undefined || !isCharacter(only)) return null
      for (const atom of this.#atoms.of(only)) atoms.add(atom)
    }
    return atoms
  }
}

const isLookaround = (node: AST.Element): node is AST.LookaroundAssertion =>
  node.type === 'Assertion' && (node.kind === 'lookahead' || node.kind === 'lookbehind')

const isCharacter = (node: AST.Element): node is CharacterNode =>
  node.type === 'Character' || node.type === 'CharacterSet' || node.type === 'CharacterClass' || node.type === 'ExpressionCharacterClass'

/** The most characters that one of the alternatives may take. */
function longest(alternatives: readonly AST.Alternative[]): number {
  const of = (element: AST.Element): number => {
    if (element.type === 'Quantifier') return element.max === 0 ? 0 : element.max * Math.max(of(element.element), 1)
    if (element.type === 'Group' || element.type === 'CapturingGroup') return longest(element.alternatives)
    if (isLookaround(element)) return longest(element.alternatives)
    return element.type === 'Assertion' ? 0 : 1
  }
  return Math.max(0, ...alternatives.map(({ elements }) => elements.reduce((sum, element) => sum + of(element), 0)))
}
