import { cached } from '../../core/memo.ts'
import { type AnswerChoice, type Guide, type Question, UNSURE } from '../../core/model.ts'
import { foldName } from '../find/fold-name.ts'

type NameIndex<T> = ReadonlyMap<string, readonly T[]>

/** By id, then by label and alias. */
const questionIndexes = cached(({ questions }: Guide) => [
  indexNames(questions, ({ id }) => [id]),
  indexNames(questions, ({ label, shortLabel, aliases = [] }) => [label, shortLabel, ...aliases]),
])

const answerIndexes = cached((question: Question) => [
  indexNames(choicesOf(question), ({ id }) => [id]),
  indexNames(choicesOf(question), ({ label, short, clinical, aliases = [] }) => [
    label,
    short,
    clinical,
    ...aliases,
  ]),
])

/** The questions that a name can mean: by id, else by label or alias in any case. */
export function questionsNamed(written: string, guide: Guide): readonly Question[] {
  // Fast path: most names are ids.
  const exact = guide.questions.find(({ id }) => id === written)
  if (exact !== undefined) return [exact]
  return findNamed(questionIndexes(guide), written)
}

/**
 * The answers that a name can mean: by id, else by label or alias in any case, else by the range that includes a
 * number.
 */
export function answersNamed(written: string, question: Question): readonly AnswerChoice[] {
  const exact = choicesOf(question).find(({ id }) => id === written)
  if (exact !== undefined) return [exact]
  const named = findNamed(answerIndexes(question), written)
  return named.length > 0 ? named : inRange(written, question.answers)
}

const NOT_SURE: AnswerChoice = { id: UNSURE, label: 'Not sure', aliases: ['unknown', "don't know", '?'] }

/** The answers of a question, with "not sure". */
export function choicesOf(question: Question): readonly AnswerChoice[] {
  return [...question.answers, NOT_SURE]
}

function indexNames<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly (string | undefined)[],
): NameIndex<T> {
  const index = new Map<string, readonly T[]>()
  for (const thing of things) {
    const keys = namesOf(thing).flatMap((name) => (name === undefined ? [] : [nameKey(name)]))
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), thing])
  }
  return index
}

/** Without case and punctuation, unless nothing else is left. */
function nameKey(name: string): string {
  return foldName(name) || name.trim()
}

/** What the name means in the first index that has it. */
function findNamed<T>(indexes: readonly NameIndex<T>[], written: string): readonly T[] {
  if (written.length > LONGEST_NAME) return []
  const name = nameKey(written)
  return indexes.find((index) => index.has(name))?.get(name) ?? []
}

/** Longer texts are not names. */
const LONGEST_NAME = 200
const NUMBER = /^\d{1,6}(?:\.\d{1,6})?$/

function inRange(written: string, choices: readonly AnswerChoice[]): readonly AnswerChoice[] {
  if (!NUMBER.test(written.trim())) return []
  // Ranges are in whole numbers, so 64.5 counts as 64.
  const value = Math.floor(Number(written))
  return choices.filter(
    ({ range }) =>
      range !== undefined &&
      value >= (range.from ?? Number.NEGATIVE_INFINITY) &&
      value <= (range.to ?? Number.POSITIVE_INFINITY),
  )
}
