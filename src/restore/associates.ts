import type { Container } from './container.ts'

/** The words that most often follow each word, and those that most often stand before it; n-gram tables can be asked, not listed. */
export class Associates {
  private readonly after: Lists
  private readonly before: Lists

  constructor(file: Container) {
    this.after = readLists(file, 'after')
    this.before = readLists(file, 'before')
  }

  /** What follows `word`, most likely first. */
  following(word: number): Uint16Array {
    return listOf(this.after, word)
  }

  /** What stands before `word`, most often first. */
  preceding(word: number): Uint16Array {
    return listOf(this.before, word)
  }
}

/** The list of word n is entries[ends[n - 1]] to entries[ends[n] - 1]. */
interface Lists {
  ends: Int32Array
  entries: Uint16Array
}

function readLists(file: Container, side: 'after' | 'before'): Lists {
  const lengths = file.section(`associates.${side}.lengths`, 'u8')
  const ends = new Int32Array(lengths.length)
  let end = 0
  lengths.forEach((length, word) => {
    end += length
    ends[word] = end
  })
  return { ends, entries: file.section(`associates.${side}.words`, 'u16') }
}

const listOf = ({ ends, entries }: Lists, word: number): Uint16Array =>
  entries.subarray(word === 0 ? 0 : (ends[word - 1] as number), ends[word] as number)
