import { isRecord } from './is-record.ts'
import { OUTCOMES } from './model.ts'
import { type PlanRecord, RECORD_SCHEMA } from './record.ts'

type Fields = Readonly<Record<string, (value: unknown) => boolean>>

const isText = (value: unknown) => typeof value === 'string'
const isTexts = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isText)

const PLANNED_OPTION: Fields = {
  id: isText,
  status: isText,
  rank: (value) => typeof value === 'number',
}

const PLAN: Fields = {
  outcome: (value) => OUTCOMES.some((outcome) => outcome === value),
  options: (value) => Array.isArray(value) && value.every((option) => holds(option, PLANNED_OPTION)),
}

const RECORD: Fields = {
  schema: (value) => value === RECORD_SCHEMA,
  program: isText,
  guide: (value) => holds(value, { id: isText, version: isText, reviewed: isText, hash: isText }, 'only'),
  answers: (value) =>
    isRecord(value) && Object.values(value).every((answer) => isText(answer) || isTexts(answer)),
  plan: (value) => holds(value, PLAN),
  pieces: (value) => isRecord(value) && Object.values(value).every(isText),
}

/** Data as a record; undefined when a field is missing, unknown or of the wrong kind. */
export function asRecord(data: unknown): PlanRecord | undefined {
  return holds(data, RECORD, 'only') ? (data as unknown as PlanRecord) : undefined
}

/** True for an object whose fields pass their tests; `only`: and that has no other fields. */
function holds(data: unknown, fields: Fields, others: 'only' | 'and-others' = 'and-others'): boolean {
  if (!isRecord(data)) return false
  const isWhole = Object.entries(fields).every(
    ([name, isRight]) => Object.hasOwn(data, name) && isRight(data[name]),
  )
  return (
    isWhole && (others === 'and-others' || Object.keys(data).every((name) => Object.hasOwn(fields, name)))
  )
}
