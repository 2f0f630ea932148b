import { type FieldTests, GUIDE_VERSION, hasFields, hasValues, isListOf, isText } from './field-tests.ts'
import { OUTCOMES } from './model.ts'
import { type PlanRecord, RECORD_SCHEMA } from './record.ts'

const PLANNED_OPTION: FieldTests = {
  id: isText,
  status: isText,
  rank: (value) => typeof value === 'number',
}

const PLAN: FieldTests = {
  outcome: (value) => OUTCOMES.some((outcome) => outcome === value),
  options: (value) => isListOf(value, (option) => hasFields(option, PLANNED_OPTION, 'and-others')),
}

const RECORD: FieldTests = {
  schema: (value) => value === RECORD_SCHEMA,
  program: isText,
  guide: (value) => hasFields(value, GUIDE_VERSION, 'only'),
  answers: (value) => hasValues(value, isAnswer),
  plan: (value) => hasFields(value, PLAN, 'and-others'),
  pieces: (value) => hasValues(value, isText),
}

function isAnswer(value: unknown): boolean {
  return isText(value) || (isListOf(value, isText) && (value as readonly unknown[]).length > 0)
}

/** Data as a record; undefined when a field is missing, unknown or of the wrong kind. */
export function asRecord(data: unknown): PlanRecord | undefined {
  return hasFields(data, RECORD, 'only') ? (data as PlanRecord) : undefined
}
