import { distance } from 'fastest-levenshtein'
import type { HitKind } from './passages.ts'
import { bestOfEach, matchNames, type ScoredPassage, type SearchTerm, scorePassages } from './score.ts'
import type { SearchIndex } from './search-index.ts'
import { groupOf, questionStems, stems } from './words.ts'

/** One place in the guide that answers, with the whole sentence that does and the command that opens it. */
export type Hit = {
  readonly kind: HitKind
  readonly id: string
  readonly title: string
  readonly where?: string
  readonly excerpt: string
  readonly command: string
}

/** The minimum share of a question for a passage to be an answer. */
const MIN_SHARE = 0.6
/** The minimum shares for a warning sign: of a name of the sign, and of the question. */
const MIN_WARNING = { coverage: 0.75, share: 0.3 } as const
/** Weight of a name that is similar to the question. */
const NAME_BONUS = 2
/** The most passages that are compared by name. */
const MOST_COMPARED = 150

export type SearchResult = {
  /** Best first, one for each part of the guide, matching warning signs on top. Empty without an answer. */
  readonly hits: readonly Hit[]
  /** Commands for parts that the question names, offered when nothing answers it. */
  readonly near: readonly string[]
}

/** The passages that answer the words. `kinds` narrows the search. */
export function search(index: SearchIndex, words: string, kinds?: readonly HitKind[]): SearchResult {
  const asked = questionStems(words)
  const terms = asked.map((word) => findTerm(index, word))
  const question = new Set(terms.flatMap(({ matches }) => matches.map(({ word }) => word)))
  const all = scorePassages(index, terms).filter(({ part }) => kinds?.includes(part.kind) ?? true)
  const warnings = all.filter(
    ({ part, share }) =>
      part.kind === 'warning' &&
      share >= MIN_WARNING.share &&
      matchNames(index, part, question).coverage >= MIN_WARNING.coverage,
  )
  const answers = all.filter(({ part, share }) => part.kind !== 'warning' && share >= MIN_SHARE)
  const best = answers.sort((a, b) => b.score - a.score).slice(0, MOST_COMPARED)
  const named = best.map((match) => ({
    ...match,
    score: match.score * (1 + NAME_BONUS * matchNames(index, match.part, question).similarity),
  }))
  return {
    hits: [...bestOfEach(warnings), ...bestOfEach(named)].map((match) => toHit(index, match, asked)),
    near: namedParts(index, all, question),
  }
}

const NEAR_KINDS: readonly HitKind[] = ['option', 'topic', 'question']

/** At most three parts whose whole name is in the question. */
function namedParts(
  index: SearchIndex,
  all: readonly ScoredPassage[],
  question: ReadonlySet<string>,
): readonly string[] {
  const named = bestOfEach(all.filter(({ part }) => NEAR_KINDS.includes(part.kind))).filter(
    ({ part }) => matchNames(index, part, question).coverage > 0.99,
  )
  return [...new Set(named.map(({ part }) => part.command))].slice(0, 3)
}

const GROUP_FACTOR = 0.75
const NEAR_FACTOR = 0.7

/** The indexed words for a word: itself and its synonyms, else similar spellings. */
function findTerm(index: SearchIndex, word: string): SearchTerm {
  const isKnown = (word: string) => Object.hasOwn(index.inTexts, word) || Object.hasOwn(index.inNames, word)
  const group = groupOf(word)
  const matches = [
    ...(isKnown(word) ? [{ word, factor: 1 }] : []),
    ...(group !== undefined && isKnown(group) ? [{ word: group, factor: GROUP_FACTOR }] : []),
  ]
  if (matches.length > 0) return { matches }
  const known = [...Object.keys(index.inNames), ...Object.keys(index.inTexts)]
  return { matches: nearWords(word, known).map((near) => ({ word: near, factor: NEAR_FACTOR })) }
}

const MOST_NEAR = 5

/**
 * Words of the guide that are similar to a typed word, nearest first: one or two letters differ, or it is a prefix. A
 * different first letter counts more.
 */
function nearWords(typed: string, known: Iterable<string>): readonly string[] {
  if (typed.length < 4) return []
  const most = typed.length < 8 ? 1 : 2
  const near: { readonly word: string; readonly cost: number }[] = []
  for (const word of new Set(known)) {
    if (word.startsWith('=') || word.length < 4 || Math.abs(word.length - typed.length) > 3) continue
    const edits = Math.abs(word.length - typed.length) <= most ? distance(word, typed) : most + 1
    if (edits <= most) near.push({ word, cost: edits + (word[0] === typed[0] ? 0 : 0.5) })
    else if (word.startsWith(typed)) near.push({ word, cost: 1.2 })
  }
  return near
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_NEAR)
    .map(({ word }) => word)
}

function toHit(index: SearchIndex, { part, passage }: ScoredPassage, asked: readonly string[]): Hit {
  const { kind, id, title, command } = part
  const best = index.passage(passage)
  // Where only the name matches, any short passage may come first: the part's first passage says what it is.
  const isByName = best.shown === undefined && askedWordsIn(best.text, asked) === 0
  const { where, text, isWhole, shown } = isByName ? index.passage(part.from) : best
  return {
    kind,
    id,
    title,
    ...(where === undefined ? {} : { where }),
    excerpt: shown ?? (isWhole === true ? text : excerptOf(kind, text, asked)),
    command: where === undefined ? command : `${command} ${where}`,
  }
}

/** The sentence that answers; of an FAQ also the first sentence, which is the short answer. */
function excerptOf(kind: HitKind, text: string, asked: readonly string[]): string {
  const best = bestSentence(text, asked)
  const [first = ''] = sentencesOf(text)
  return kind !== 'faq' || best === first ? best : `${first} ${best}`
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d"“])/u)
}

/** The sentence with most of the question's words, or the first one. */
function bestSentence(text: string, asked: readonly string[]): string {
  const sentences = sentencesOf(text)
  const counts = sentences.map((sentence) => askedWordsIn(sentence, asked))
  return sentences[counts.indexOf(Math.max(...counts))] ?? text
}

/** How many of the question's words, or others of their meaning, a text has. */
function askedWordsIn(text: string, asked: readonly string[]): number {
  const wanted = new Set([...asked, ...asked.flatMap((word) => groupOf(word) ?? [])])
  const present = new Set(stems(text).flatMap((word) => [word, groupOf(word) ?? '']))
  return [...wanted].filter((word) => present.has(word)).length
}
