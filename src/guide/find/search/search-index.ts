import type { Guide } from '../../../core/model.ts'
import { type Part, type Passage, partsOf } from './passages.ts'
import { groupOf, stems } from './words.ts'

/** A part without its passages, and where those begin in the list of all. */
export type IndexedPart = Omit<Part, 'passages'> & { readonly from: number; readonly to: number }

/** What a search reads: the passages, and for each word where it stands. Plain data, made by the build. */
export type SearchIndex = {
  readonly parts: readonly IndexedPart[]
  readonly passage: (at: number) => Passage
  /** Number of words of each passage. */
  readonly lengths: readonly number[]
  /** By word: pairs of a passage and how often it stands there, one after the other. */
  readonly inTexts: Readonly<Record<string, readonly number[]>>
  /** By word: the parts that have it in a name. */
  readonly inNames: Readonly<Record<string, readonly number[]>>
}

export function buildSearchIndex(guide: Guide): SearchIndex {
  const inTexts: Record<string, number[]> = Object.create(null)
  const inNames: Record<string, number[]> = Object.create(null)
  const passages: Passage[] = []
  const lengths: number[] = []
  const parts = partsOf(guide).map(({ passages: own, ...part }, at): IndexedPart => {
    for (const word of withGroups(part.names.flatMap((name) => stems(name))).keys()) add(inNames, word, at)
    const from = passages.length
    for (const passage of own) {
      const words = stems(passage.text)
      for (const [word, count] of withGroups(words)) add(inTexts, word, passages.length, Math.min(count, 3))
      passages.push(passage)
      lengths.push(words.length)
    }
    return { ...part, from, to: passages.length }
  })
  return { parts, lengths, inTexts, inNames, passage: (at) => passages[at] ?? { text: '' } }
}

/** An index as a text: a line for what every search reads, then a line for each passage, as few are ever shown. */
export function indexToText({ passage, ...index }: SearchIndex): string {
  const passages = index.lengths.map((_, at) => JSON.stringify(passage(at)))
  return [JSON.stringify(index), ...passages].join('\n')
}

export function indexFromText(text: string): SearchIndex {
  const [first = '', ...lines] = text.split('\n')
  return { ...JSON.parse(first), passage: (at: number) => JSON.parse(lines[at] ?? '') }
}

function add(index: Record<string, number[]>, word: string, ...values: readonly number[]): void {
  index[word] ??= []
  index[word].push(...values)
}

/** How often each word stands there; a group as often as the word of it that stands there most. */
function withGroups(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const [word, count] of [...counts]) {
    const group = groupOf(word)
    if (group !== undefined) counts.set(group, Math.max(counts.get(group) ?? 0, count))
  }
  return counts
}
