import type { Guide } from '../../../core/model.ts'
import { type Passage, partsOf, type SearchPart } from './passages.ts'
import { groupOf, stems } from './words.ts'

/** A part with its names as stems joined by spaces, and the range of its passages. */
export type IndexedPart = Omit<SearchPart, 'passages' | 'names'> & {
  readonly names: readonly string[]
  readonly from: number
  readonly to: number
}

/** An inverted index with its passages. Plain data, made by the build. */
export type SearchIndex = {
  readonly parts: readonly IndexedPart[]
  readonly passage: (number: number) => Passage
  /** Number of words of each passage. */
  readonly lengths: readonly number[]
  /** The part of each passage. */
  readonly owners: readonly number[]
  /** By word: its passages, each repeated up to three times by word count. See `numbersIn`. */
  readonly inTexts: Readonly<Record<string, string>>
  /** By word: the parts with it in a name. */
  readonly inNames: Readonly<Record<string, string>>
}

/** Indexes every passage and every name of a guide. */
export function buildSearchIndex(guide: Guide): SearchIndex {
  const inTexts: Record<string, number[]> = Object.create(null)
  const inNames: Record<string, number[]> = Object.create(null)
  const passages: Passage[] = []
  const lengths: number[] = []
  const owners: number[] = []
  const parts = partsOf(guide).map(({ passages: partPassages, ...part }, partNumber): IndexedPart => {
    const names = part.names.map((name) => [...new Set(stems(name))].join(' ')).filter((name) => name !== '')
    const words = names.flatMap((name) => name.split(' '))
    for (const word of withGroups(words).keys()) add(inNames, word, partNumber)
    const from = passages.length
    for (const passage of partPassages) {
      const words = stems(passage.text)
      for (const [word, count] of withGroups(words)) {
        add(inTexts, word, ...Array.from({ length: Math.min(count, 3) }, () => passages.length))
      }
      passages.push(passage)
      owners.push(partNumber)
      lengths.push(words.length)
    }
    return { ...part, names, from, to: passages.length }
  })
  return {
    parts,
    lengths,
    owners,
    inTexts: packNumbers(inTexts),
    inNames: packNumbers(inNames),
    passage: (number) => passages[number] ?? { text: '' },
  }
}

/** Packs numbers into text: a search parses only a few of them, and text loads faster than arrays. */
function packNumbers(index: Readonly<Record<string, readonly number[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(index).map(([word, numbers]) => [word, numbers.join(' ')]))
}

/** The numbers of a word in `inTexts` or `inNames`; none for an unknown word. */
export function numbersIn(index: Readonly<Record<string, string>>, word: string): readonly number[] {
  return Object.hasOwn(index, word) ? (index[word] ?? '').split(' ').map(Number) : []
}

/** An index as text: the first line is always parsed, the passages follow one a line and are parsed when shown. */
export function indexToText({ passage, ...index }: SearchIndex): string {
  const passages = index.lengths.map((_, number) => toAscii(JSON.stringify(passage(number))))
  const starts: number[] = []
  let end = 0
  for (const line of passages) {
    starts.push(end)
    end += line.length + 1
  }
  return [toAscii(JSON.stringify({ ...index, starts })), ...passages].join('\n')
}

/** Reads the text of `indexToText`. */
export function indexFromText(text: string): SearchIndex {
  const first = text.indexOf('\n')
  const { starts, ...index } = JSON.parse(text.slice(0, first))
  const lineAt = (start: number) => {
    const end = text.indexOf('\n', first + 1 + start)
    return text.slice(first + 1 + start, end < 0 ? text.length : end)
  }
  return { ...index, passage: (number: number) => JSON.parse(lineAt(starts[number])) }
}

/** ASCII text loads several times faster. */
function toAscii(json: string): string {
  return json.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function add(index: Record<string, number[]>, word: string, ...values: readonly number[]): void {
  index[word] ??= []
  index[word].push(...values)
}

/** Counts of words, and of their synonym groups by the most frequent member. */
function withGroups(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const [word, count] of [...counts]) {
    const group = groupOf(word)
    if (group !== undefined) counts.set(group, Math.max(counts.get(group) ?? 0, count))
  }
  return counts
}
