import { cached } from '../../core/memo.ts'
import { type AnswerChoice, type Guide, type Question, UNSURE } from '../../core/model.ts'
import { foldName } from '../find/fold-name.ts'

/** Two maps from folded names: first ids, then labels and aliases. */
type NameIndex<T> = readonly ReadonlyMap<string, readonly T[]>[]

const questionIndex = cached(({ questions }: Guide) =>
  indexOf(questions, ({ id, label, shortLabel, aliases }) => [[id], [label, shortLabel, ...(aliases ?? [])]]),
)

const answerIndex = cached((question: Question) =>
  indexOf(choicesOf(question), ({ id, label, short, clinical, aliases }) => [
    [id],
    [label, short, clinical, ...(aliases ?? [])],
  ]),
)

/** The questions that a name can mean: by id, else by label or alias in any case. */
export function questionsNamed(written: string, guide: Guide): readonly Question[] {
  // Fast path: most names are ids.
  const exact = guide.questions.find(({ id }) => id === written)
  if (exact !== undefined) return [exact]
  return namedIn(questionIndex(guide), written)
}

/**
 * The answers that a name can mean: by id, else by label or alias in any case, else by the range that includes a
 * number.
 */
export function answersNamed(written: string, question: Question): readonly AnswerChoice[] {
  const exact = choicesOf(question).find(({ id }) => id === written)
  if (exact !== undefined) return [exact]
  const named = namedIn(answerIndex(question), written)
  return named.length > 0 ? named : inRange(written, question.answers)
}

const NOT_SURE: AnswerChoice = { id: UNSURE, label: 'Not sure', aliases: ['unknown', "don't know", '?'] }

/** The answers of a question, with "not sure". */
export function choicesOf(question: Question): readonly AnswerChoice[] {
  return [...question.answers, NOT_SURE]
}

function indexOf<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly (readonly (string | undefined)[])[],
): NameIndex<T> {
  return [0, 1].map((rank) => {
    const index = new Map<string, readonly T[]>()
    for (const thing of things) {
      for (const name of namesOf(thing)[rank] ?? []) {
        const known = name === undefined ? [] : (index.get(nameKey(name)) ?? [])
        if (name !== undefined && !known.includes(thing)) index.set(nameKey(name), [...known, thing])
      }
    }
    return index
  })
}

/** Without case and punctuation, unless nothing else is left. */
function nameKey(name: string): string {
  return foldName(name) || name.trim()
}

function namedIn<T>(index: NameIndex<T>, written: string): readonly T[] {
  if (written.length > LONGEST_NAME) return []
  const name = nameKey(written)
  return index.map((names) => names.get(name) ?? []).find((things) => things.length > 0) ?? []
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
