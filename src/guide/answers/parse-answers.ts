import type { Answers, Guide } from '../../core/model.ts'
import { showValue } from '../../text/show-value.ts'
import { answersFailure, FIRST_FAULTS } from './answers-failure.ts'
import { checkAnswers, inGuideOrder, type ReadAs } from './check-answers.ts'
import { locateAnswers } from './locate-answers.ts'

export type AnswersInput = {
  /** YAML or JSON: answers by question, or a record or plan with a field `answers`. */
  readonly file?: { readonly name: string; readonly text: string }
  /** `question=value[,value]`, each winning over the file. */
  readonly set?: readonly string[]
}

/** Answers, and those of them that were not written as ids. */
export type ParsedAnswers = { readonly answers: Answers; readonly readAs: readonly ReadAs[] }

/**
 * A person's answers from a file and from `--set`, in the guide's order. Throws UsageFailure with a line for the first
 * few things that are wrong in either.
 */
export async function parseAnswers(input: AnswersInput, guide: Guide): Promise<ParsedAnswers> {
  const file =
    input.file === undefined
      ? undefined
      : await (await import('./answers-file.ts')).readAnswersFile(input.file)
  const located = locateAnswers(file?.tree.data, guide)
  const fromFile = checkAnswers(located.answers, guide)
  const set = readSets(input.set ?? [])
  const fromSet = checkAnswers(set.answers, guide)
  const fileFaults = [
    ...located.faults,
    ...fromFile.faults.map(({ path, message }) => ({ path: [...located.base, ...path], message })),
  ]
  const faults = [
    ...fileFaults.slice(0, FIRST_FAULTS).map(({ path, message }) => `${file?.placeOf(path)}${message}`),
    ...set.faults,
    ...fromSet.faults.map(({ message }) => `--set: ${message}`),
  ]
  const more = Math.max(0, fileFaults.length - FIRST_FAULTS)
  if (faults.length > 0) throw answersFailure(faults, faults.length + more)
  return {
    answers: inGuideOrder({ ...fromFile.answers, ...fromSet.answers }, guide),
    readAs: [
      ...fromFile.readAs.filter(({ question }) => !Object.hasOwn(fromSet.answers, question)),
      ...fromSet.readAs,
    ],
  }
}

/** A question that is set twice has both values: for one that takes a single answer, that is a fault later on. */
function readSets(sets: readonly string[]): {
  readonly answers: Readonly<Record<string, unknown>>
  readonly faults: readonly string[]
} {
  const answers = new Map<string, readonly string[]>()
  const faults: string[] = []
  for (const set of sets) {
    const equals = set.indexOf('=')
    const question = set.slice(0, Math.max(0, equals)).trim()
    if (question === '') {
      faults.push(`--set: ${showValue(set)} is not question=answer, such as --set age=18-64`)
      continue
    }
    const parts = set
      .slice(equals + 1)
      .split(',')
      .map((value) => value.trim())
    answers.set(question, [...(answers.get(question) ?? []), ...parts.filter((value) => value !== '')])
  }
  return { answers: Object.fromEntries(answers), faults }
}
