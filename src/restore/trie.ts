/** The vocabulary as a tree of letters. Node 0 is the root; `child(node, letter)` is 0 where there is none. */
export class Trie {
  private readonly letters = new Map<string, number>()
  private readonly children: Uint16Array
  private readonly alphabet: number
  /** Word id at each node, or -1. */
  readonly word: Int16Array
  readonly size: number

  constructor(words: readonly string[], firstWord: number) {
    for (let id = firstWord; id < words.length; id++) {
      for (const letter of words[id] as string) if (!this.letters.has(letter)) this.letters.set(letter, this.letters.size)
    }
    this.alphabet = this.letters.size
    let capacity = 1
    for (let id = firstWord; id < words.length; id++) capacity += (words[id] as string).length
    const children = new Uint16Array(capacity * this.alphabet)
    const word = new Int16Array(capacity).fill(-1)
    let size = 1
    for (let id = firstWord; id < words.length; id++) {
      let node = 0
      for (const letter of words[id] as string) {
        const at = node * this.alphabet + (this.letters.get(letter) as number)
        if (children[at] === 0) children[at] = size++
        node = children[at] as number
      }
      word[node] = id
    }
    this.size = size
    this.children = children.slice(0, size * this.alphabet)
    this.word = word.slice(0, size)
  }

  /** The letter's number in this tree, or -1 when no word has it. */
  letter(letter: string): number {
    return this.letters.get(letter) ?? -1
  }

  child(node: number, letter: number): number {
    return this.children[node * this.alphabet + letter] as number
  }

  /** The word's id, or -1. */
  find(word: string): number {
    let node = 0
    for (const letter of word) {
      const number = this.letter(letter)
      if (number < 0) return -1
      node = this.child(node, number)
      if (node === 0) return -1
    }
    return this.word[node] as number
  }
}
