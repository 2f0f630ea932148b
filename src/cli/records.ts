import type { Answers, Guide, Plan } from '../core/model.ts'
import { type PlanRecord, RECORD_SCHEMA, recordOf } from '../core/record.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { VERSION } from '../version.ts'
import { planJson } from '../view/json/plan-json.ts'
import { toJson } from './output.ts'

/** The record of a plan, as it is kept and compared. */
export function makeRecord(io: Io, guide: Guide, answers: Answers, found: Plan): PlanRecord {
  return recordOf(guide, answers, planJson(found), VERSION, io.hash)
}

/** Writes a record whole or not at all, for its owner alone: it holds a person's answers. */
export function saveRecord(io: Io, path: string, found: Plan): void {
  const record = makeRecord(io, found.guide, found.answers, found)
  io.writeFileAtomic(path, toJson(record), { ownerOnly: true })
}

/** Reads a record. Throws UsageFailure when it is none. */
export function readRecord(io: Io, path: string): PlanRecord {
  const text = io.readFile(path)
  const data = parse(text)
  const looksRight =
    data?.schema === RECORD_SCHEMA && [data.answers, data.plan, data.pieces, data.guide].every(isObject)
  if (looksRight) return data as unknown as PlanRecord
  throw new UsageFailure(
    `${path} is not a record that nextline wrote.`,
    'Records come from: nextline walk --save <file>, or nextline plan --save <file>.',
  )
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return isObject(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
