/**
 * The vocabulary as a tree of letters, its nodes numbered so that the children of a node stand side by side. Node 0 is the root.
 */
export class Trie {
  private readonly letters = new Map<string, number>()
  /** The children of node n are firstChild[n] to firstChild[n + 1] - 1. */
  readonly firstChild: Int32Array
  /** The letter that leads to each node. */
  readonly letterOf: Uint8Array
  /** Word id at each node, or -1. */
  readonly word: Int16Array
  /** How much rarer, in nats, the commonest word at or below a node is than the commonest word of all. */
  readonly rarity: Float32Array
  /** The same for each word by itself. */
  readonly rarityOf: Float32Array
  readonly size: number

  constructor(words: readonly string[], firstWord: number, unigram: Float32Array) {
    type Node = { children: Map<number, Node>; word: number; letter: number }
    const root: Node = { children: new Map(), word: -1, letter: 0 }
    let size = 1
    for (let id = firstWord; id < words.length; id++) {
      let node = root
      for (const letter of words[id] as string) {
        let number = this.letters.get(letter)
        if (number === undefined) {
          number = this.letters.size
          this.letters.set(letter, number)
        }
        let next = node.children.get(number)
        if (next === undefined) {
          next = { children: new Map(), word: -1, letter: number }
          node.children.set(number, next)
          size++
        }
        node = next
      }
      node.word = id
    }
    this.size = size
    this.firstChild = new Int32Array(size + 1)
    this.letterOf = new Uint8Array(size)
    this.word = new Int16Array(size).fill(-1)
    this.rarity = new Float32Array(size).fill(Number.POSITIVE_INFINITY)
    const queue = [root]
    for (let node = 0; node < queue.length; node++) {
      const { children, word, letter } = queue[node] as Node
      this.firstChild[node] = queue.length
      this.word[node] = word
      this.letterOf[node] = letter
      for (const child of children.values()) queue.push(child)
    }
    this.firstChild[size] = size
    let commonest = Number.NEGATIVE_INFINITY
    for (let id = firstWord; id < words.length; id++) commonest = Math.max(commonest, unigram[id] as number)
    this.rarityOf = unigram.map((log) => commonest - log)
    for (let node = size - 1; node >= 0; node--) {
      const id = this.word[node] as number
      let rarity = id >= 0 ? commonest - (unigram[id] as number) : Number.POSITIVE_INFINITY
      for (let child = this.firstChild[node] as number; child < (this.firstChild[node + 1] as number); child++)
        rarity = Math.min(rarity, this.rarity[child] as number)
      this.rarity[node] = rarity
    }
  }

  /** How many letters there are. */
  get alphabet(): number {
    return this.letters.size
  }

  /** The letter's number in this tree, or -1 when no word has it. */
  letter(letter: string): number {
    return this.letters.get(letter) ?? -1
  }

  /** The node that `letter` leads to, or -1. */
  child(node: number, letter: number): number {
    const end = this.firstChild[node + 1] as number
    for (let child = this.firstChild[node] as number; child < end; child++) if (this.letterOf[child] === letter) return child
    return -1
  }

  /** The word's id, or -1. */
  find(word: string): number {
    let node = 0
    for (const letter of word) {
      const number = this.letter(letter)
      if (number < 0) return -1
      node = this.child(node, number)
      if (node < 0) return -1
    }
    return this.word[node] as number
  }
}
