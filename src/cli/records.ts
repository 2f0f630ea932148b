import type { Answers, Guide, Plan } from '../core/model.ts'
import { asRecord } from '../core/read-record.ts'
import { fitToGuide, lostAnswers, type NoLongerAsked, type PlanRecord, recordOf } from '../core/record.ts'
import { documentKind } from '../guide/answers/document-kind.ts'
import { readJson } from '../guide/parse/read-json.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { showValue } from '../text/show-value.ts'
import { VERSION } from '../version.ts'
import { planJson } from '../view/json/plan-json.ts'
import { toJson } from './output.ts'

/** Makes the record of a plan, to save or compare. */
export function makeRecord(io: Io, plan: Plan): PlanRecord {
  return recordOf(plan.guide, plan.answers, planJson(plan), VERSION, io.hash)
}

/** Writes a record atomically and readable only by its owner, because it has a person's answers. */
export function saveRecord(io: Io, path: string, plan: Plan): void {
  io.writeFileAtomic(path, toJson(makeRecord(io, plan)), { ownerOnly: true })
}

/** Throws UsageFailure if the file is not a record, or is one with answers that the new record lacks. */
export function refuseLoss(io: Io, path: string, answers: Answers): void {
  if (io.kindOf(path) === 'none') return
  if (io.kindOf(path) !== 'file') {
    throw new UsageFailure(`${path} is not a file that a record can be saved to.`, 'Name another file.')
  }
  const before = parseRecord(io.readFile(path))
  if (before === undefined) {
    throw new UsageFailure(
      `${path} is there already, and it is no record of nextline. Nothing was written.`,
      'Name another file, or replace it with --force.',
    )
  }
  const lost = lostAnswers(before.answers, answers)
  if (lost.length > 0) {
    throw new UsageFailure(
      `${path} holds answers that this plan does not have: ${lost.join(', ')}. Nothing was written.`,
      `Start from them with --answers ${path} (in a walk: --resume ${path}), name another file, or replace it with --force.`,
    )
  }
}

/** Reads a record. Throws UsageFailure for another file. */
export function readRecord(io: Io, path: string): PlanRecord {
  const text = io.readFile(path)
  const record = parseRecord(text)
  if (record !== undefined) return record
  throw new UsageFailure(
    notRecord(path, text),
    'Records come from: nextline walk --save <file>, or nextline plan --save <file>.',
  )
}

function notRecord(path: string, text: string): string {
  const read = readJson(text)
  const kind = 'data' in read ? documentKind(read.data) : undefined
  if (kind !== undefined && kind.name !== 'a record') return `${path} is ${kind.name}, not a record.`
  const problem = 'data' in read ? undefined : read.problems[0]
  if (problem?.code === 'duplicate-key') {
    return `${path}:${problem.line}:${problem.column}  ${showValue(problem.message)} stands twice, so it is no record that nextline wrote.`
  }
  return `${path} is not a record that nextline wrote.`
}

/** The answers of a record that the guide still takes; the others are named on stderr. */
export function answersOfRecord(io: Io, record: PlanRecord, guide: Guide): Answers {
  const { answers, noLongerAsked } = fitToGuide(guide, record.answers)
  if (noLongerAsked.length > 0) {
    io.err(
      `This guide does not take every answer of the record any more. Left out: ${listOf(noLongerAsked)}.\n`,
    )
  }
  return answers
}

function listOf(noLongerAsked: readonly NoLongerAsked[]): string {
  return noLongerAsked
    .map(({ question, answer }) => (answer === undefined ? question : `${question}=${answer}`))
    .join(', ')
}

/** Parses a record; undefined for any other text, or with a missing or unknown field. */
export function parseRecord(text: string): PlanRecord | undefined {
  const read = readJson(text)
  return 'data' in read ? asRecord(read.data) : undefined
}
