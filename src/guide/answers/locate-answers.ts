import { isRecord } from '../../core/is-record.ts'
import type { Guide } from '../../core/model.ts'
import type { Path } from '../parse/diagnostic.ts'
import type { AnswerFault } from './check-answers.ts'
import { documentKind } from './document-kind.ts'
import { questionsNamed } from './match-names.ts'

type LocatedAnswers = {
  readonly answers: unknown
  /** The path of the answers in the data. */
  readonly base: Path
  readonly faults: readonly AnswerFault[]
}

/**
 * The answers in data: the data itself, or the field `answers` of a record, a plan or an object. An answer outside of
 * `answers` is a fault, because it would be lost.
 */
export function locateAnswers(data: unknown, guide: Guide): LocatedAnswers {
  const isAsked = guide.questions.some(({ id }) => id === 'answers')
  if (isAsked || !isRecord(data) || !('answers' in data)) {
    const kind = documentKind(data)
    const faults = kind === undefined ? [] : [{ path: [], message: `this is ${kind.name}, not answers` }]
    return { answers: faults.length > 0 ? undefined : data, base: [], faults }
  }
  const isOurs = documentKind(data) !== undefined
  const beside = Object.keys(data).filter(
    (key) => key !== 'answers' && (!isOurs || questionsNamed(key, guide).length > 0),
  )
  const faults = beside.map((key) => ({
    path: [key],
    message: `${JSON.stringify(key)} stands beside "answers": put it among them, or leave it out`,
  }))
  return { answers: data.answers, base: ['answers'], faults }
}
