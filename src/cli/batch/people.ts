import { isRecord } from '../../core/is-record.ts'
import type { Answers, Guide } from '../../core/model.ts'
import { answersFromQuestionnaireResponse } from '../../fhir/read-response.ts'
import { checkLineAnswers, readAnswersLine } from '../../guide/answers/answers-line.ts'
import { csvReader } from '../../guide/answers/csv-answers.ts'
import { LIMITS } from '../../guide/parse/limits.ts'
import { UsageFailure } from '../../io/failure.ts'
import { withCommas } from '../../text/words.ts'

/** The format of a register (contract section 2). */
export type InputKind = 'jsonl' | 'csv' | 'fhir'

type Id = string | number

/** A person's data before it is checked against the guide, or the fault of the line. */
export type PersonLine =
  | { readonly id?: Id; readonly data: unknown }
  | { readonly id?: Id; readonly error: string }

export type PeopleReader = {
  /** Lines before the first person. */
  readonly headings: number
  readonly read: (lines: readonly string[]) => readonly PersonLine[]
  /** The answers in a line's data. Throws UsageFailure with their faults. */
  readonly answersOf: (data: unknown) => FoundAnswers
}

type FoundAnswers = {
  readonly answers: Answers
  /** What a QuestionnaireResponse has that is not an answer to the guide's questions. */
  readonly notUnderstood?: readonly string[]
}

/** A reader for a register with this first line. Throws UsageFailure for a bad CSV heading. */
export function peopleReader(kind: InputKind, firstLine: string, guide: Guide): PeopleReader {
  if (kind === 'csv') {
    const rows = csvReader(firstLine, guide)
    return {
      headings: 1,
      read: (lines) => rows(lines).map((row, index) => lineFault(lines[index] ?? '') ?? csvPerson(row)),
      answersOf: (data) => ({ answers: checkLineAnswers(data, guide) }),
    }
  }
  const hasIdQuestion = guide.questions.some(({ id }) => id === 'id')
  return {
    headings: 0,
    read: (lines) => lines.map((line) => lineFault(line) ?? jsonPerson(line, hasIdQuestion)),
    answersOf: (data) => answersOfData(data, guide, kind),
  }
}

function answersOfData(data: unknown, guide: Guide, kind: InputKind): FoundAnswers {
  const response = isResource(data) ? answersFromQuestionnaireResponse(data, guide) : undefined
  if (response === undefined) {
    const answers = checkLineAnswers(withoutId(data), guide)
    if (kind === 'fhir') throw new UsageFailure('not a FHIR QuestionnaireResponse')
    return { answers }
  }
  if (response.faults.length > 0) throw new UsageFailure(response.faults.join('; '))
  return response
}

function withoutId(data: unknown): unknown {
  if (!isRecord(data) || data.id !== undefined) return data
  const { id: _, ...rest } = data
  return rest
}

/** Faults of a line that do not depend on its format. */
function lineFault(line: string): PersonLine | undefined {
  if (line.length > LIMITS.answers) {
    return {
      error: `the line is too long for one person's answers: more than ${withCommas(LIMITS.answers)} characters`,
    }
  }
  return line.includes('\uFFFD') ? { error: 'the line is not UTF-8 text' } : undefined
}

function csvPerson(row: ReturnType<ReturnType<typeof csvReader>>[number]): PersonLine {
  return 'fault' in row ? { error: row.fault } : row
}

function jsonPerson(line: string, hasIdQuestion: boolean): PersonLine {
  try {
    const data = readAnswersLine(line)
    if (hasIdQuestion || !Object.hasOwn(data, 'id')) return { data }
    const { id } = data
    if (!isId(id)) return { error: WRONG_ID }
    // Changed in place: a copy without the id would take as long as judging the person.
    if (!isResource(data)) (data as Record<string, unknown>).id = undefined
    return { id, data }
  } catch (error) {
    return { error: faultOf(error) }
  }
}

const WRONG_ID = 'the "id" is neither text nor a whole number that can be copied exactly: write it as text'

function isId(value: unknown): value is Id {
  return typeof value === 'string' || Number.isSafeInteger(value)
}

function isResource(data: unknown): boolean {
  return isRecord(data) && 'resourceType' in data
}

/** The fault of a line. An unexpected error fails only its line. */
export function faultOf(error: unknown): string {
  if (error instanceof UsageFailure) return error.message
  return `nextline failed at this line: ${error instanceof Error ? error.message : String(error)}`
}
