import { cached } from '../../../core/memo.ts'
import type { HitKind } from './passages.ts'
import { type IndexedPart, numbersIn, type SearchIndex } from './search-index.ts'
import { groupOf, PROCEDURES } from './words.ts'

/** The indexed words that match a word of the question, with their weights. */
export type SearchTerm = { readonly matches: readonly { readonly word: string; readonly factor: number }[] }

export type ScoredPassage = {
  readonly part: IndexedPart
  /** The number of its passage. */
  readonly passage: number
  readonly score: number
  /** The weighted share of the question's words that it contains: 0 to 1. */
  readonly share: number
}

/** Weights by kind: answers rank above parts that only have a similar name. */
const KIND_WEIGHT: Readonly<Record<HitKind, number>> = {
  warning: 1,
  faq: 1.3,
  option: 1,
  topic: 0.8,
  term: 0.85,
  tip: 0.7,
  question: 0.8,
  source: 0.35,
}

/** A word in a title or another name weighs more than one in a text. */
const NAME_WEIGHT = 3
/** Factor for passages about another procedure than the one in the question. */
const OTHER_PROCEDURE = 0.65

type Match = { readonly score: number; readonly factor: number }

/** Every passage with some of the words, in the guide's order. */
export function scorePassages(index: SearchIndex, terms: readonly SearchTerm[]): readonly ScoredPassage[] {
  const scoredTerms = terms.map(({ matches }) => ({
    weight: Math.max(
      rarityOf(index, matches[0]?.word ?? ''),
      ...matches.map(({ word }) => rarityOf(index, word)),
    ),
    passages: bestMatches(index, matches),
    isProcedure: matches.some(({ word }) => PROCEDURES.has(word)),
  }))
  const total = scoredTerms.reduce((sum, { weight }) => sum + weight, 0)
  const procedures = scoredTerms.filter(({ isProcedure }) => isProcedure)
  const sums = new Map<number, { score: number; weight: number }>()
  for (const { weight, passages } of scoredTerms) {
    for (const [passage, { score, factor }] of passages) {
      const sum = sums.get(passage) ?? { score: 0, weight: 0 }
      sum.score += weight * score
      sum.weight += (weight * (factor + 1)) / 2
      sums.set(passage, sum)
    }
  }
  const scored: ScoredPassage[] = []
  for (const [passage, { score, weight }] of sums) {
    const part = index.parts[index.owners[passage] ?? -1]
    if (part === undefined) continue
    const isOther = procedures.some(({ passages }) => !passages.has(passage))
    const share = (weight / total) * (isOther ? OTHER_PROCEDURE : 1)
    scored.push({ part, passage, share, score: score * share * share * KIND_WEIGHT[part.kind] })
  }
  return scored.sort((a, b) => a.passage - b.passage)
}

/** The best match in each passage. */
function bestMatches(index: SearchIndex, matches: SearchTerm['matches']): ReadonlyMap<number, Match> {
  const best = new Map<number, Match>()
  for (const { word, factor } of matches) {
    const counts = new Map<number, number>()
    for (const passage of numbersIn(index.inTexts, word)) counts.set(passage, (counts.get(passage) ?? 0) + 1)
    for (const part of numbersIn(index.inNames, word)) {
      const { from = 0, to = 0 } = index.parts[part] ?? {}
      for (let passage = from; passage < to; passage += 1)
        counts.set(passage, (counts.get(passage) ?? 0) + NAME_WEIGHT)
    }
    for (const [passage, count] of counts) {
      const score = factor * termFrequency(count, index.lengths[passage] ?? 0)
      if (score > (best.get(passage)?.score ?? 0)) best.set(passage, { score, factor })
    }
  }
  return best
}

const USUAL_LENGTH = 20

/** As in BM25: it saturates, and weighs more in short passages. */
function termFrequency(count: number, length: number): number {
  return (count * 2.2) / (count + 1.2 * (0.5 + (0.5 * length) / USUAL_LENGTH))
}

/** The rarity of a word: the fewer passages contain it, the higher. */
function rarityOf(index: SearchIndex, word: string): number {
  const known = rarities(index)
  const rarity = known.get(word) ?? countRarity(index, word)
  known.set(word, rarity)
  return rarity
}

const rarities = cached((_: SearchIndex) => new Map<string, number>())

function countRarity(index: SearchIndex, word: string): number {
  const named = numbersIn(index.inNames, word).reduce((sum, part) => {
    const { from = 0, to = 0 } = index.parts[part] ?? {}
    return sum + to - from
  }, 0)
  const texts = new Set(numbersIn(index.inTexts, word)).size
  return Math.log(1 + index.lengths.length / (Math.max(texts, named) + 1))
}

/** The best passage of each part of the guide, best first; equals keep the order of the guide. */
export function bestOfEach(scored: readonly ScoredPassage[]): readonly ScoredPassage[] {
  const best = new Map<string, ScoredPassage>()
  for (const match of scored) {
    const key = `${match.part.kind}:${match.part.id}`
    if (match.score > (best.get(key)?.score ?? 0)) best.set(key, match)
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/**
 * The best match between a question and the names of a part. `coverage` is the share of the name that the question
 * contains.
 * @param question the indexed words of the question
 */
export function matchNames(
  index: SearchIndex,
  { names }: IndexedPart,
  question: ReadonlySet<string>,
): { readonly coverage: number; readonly similarity: number } {
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + rarityOf(index, word), 0)
  const questionWeight = weight([...question].filter((word) => !word.startsWith('=')))
  let coverage = 0
  let similarity = 0
  for (const name of names) {
    const words = name.split(' ')
    const nameWeight = weight(words)
    if (nameWeight === 0) continue
    const shared = weight(words.filter((word) => question.has(word) || question.has(groupOf(word) ?? '')))
    coverage = Math.max(coverage, shared / nameWeight)
    const all = nameWeight + questionWeight - Math.min(shared, questionWeight)
    similarity = Math.max(similarity, shared / all)
  }
  return { coverage, similarity }
}
