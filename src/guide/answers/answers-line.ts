import { isRecord } from '../../core/is-record.ts'
import type { Answers, Guide } from '../../core/model.ts'
import { UsageFailure } from '../../io/failure.ts'
import { showValue } from '../../text/show-value.ts'
import { readJson } from '../parse/read-json.ts'
import { FIRST_FAULTS } from './answers-failure.ts'
import { type AnswerFault, checkAnswers } from './check-answers.ts'
import { locateAnswers } from './locate-answers.ts'

/** Parses a line of a batch as a JSON object. Throws UsageFailure for anything else, and for a repeated field. */
export function readAnswersLine(line: string): Readonly<Record<string, unknown>> {
  const read = readJson(line)
  if ('problems' in read) {
    const [first] = read.problems
    if (first?.code === 'duplicate-key') throw new UsageFailure(`${showValue(first.message)} stands twice`)
    if (first?.code !== 'syntax') throw new UsageFailure(`the line is too much: ${first?.message}`)
  } else if (isRecord(read.data)) return read.data
  throw new UsageFailure('not a JSON object of answers, such as {"age": "18-64"}')
}

/** The answers in the data of a line, in the guide's order. Throws UsageFailure with the first few faults. */
export function checkLineAnswers(data: unknown, guide: Guide): Answers {
  const located = locateAnswers(data, guide)
  const checked = checkAnswers(located.answers, guide)
  const faults: readonly AnswerFault[] = [...located.faults, ...checked.faults]
  if (faults.length === 0) return checked.answers
  const first = faults.slice(0, FIRST_FAULTS).map(({ message }) => message)
  const more = faults.length > FIRST_FAULTS ? [`and ${faults.length - FIRST_FAULTS} more`] : []
  throw new UsageFailure([...first, ...more].join('; '))
}
