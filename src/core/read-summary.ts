import { COUNTED } from './engine/summary.ts'
import {
  type FieldTests,
  GUIDE_VERSION,
  hasFields,
  hasValues,
  isCount,
  isListOf,
  isText,
} from './field-tests.ts'
import { isRecord } from './is-record.ts'
import { OUTCOMES } from './model.ts'
import { type RegisterSummary, SUMMARY_SCHEMA } from './register-summary.ts'

const COUNTS: FieldTests = {
  people: isCount,
  outcomes: (value) => isRecord(value) && OUTCOMES.every((outcome) => isCount(value[outcome])),
  options: (value) => hasValues(value, areStatusCounts),
  open: (value) => hasValues(value, isCount),
}

const SUMMARY: FieldTests = {
  schema: (value) => value === SUMMARY_SCHEMA,
  guide: (value) => hasFields(value, GUIDE_VERSION, 'and-others'),
  errors: isCount,
  ...COUNTS,
}

function areStatusCounts(counts: unknown): boolean {
  return (
    hasValues(counts, isCount) &&
    Object.keys(counts as object).every((status) => COUNTED.some((known) => known === status))
  )
}

/** Data as a summary; undefined when it is not one. */
export function asSummary(data: unknown): RegisterSummary | undefined {
  if (!hasFields(data, SUMMARY, 'and-others')) return undefined
  const summary = data as RegisterSummary
  const { by, groups } = summary
  const isSplit = by === undefined ? groups === undefined : isListOf(by, isText)
  const groupsAreWhole = groups === undefined || isListOf(groups, (group) => isGroup(group, by))
  return isSplit && groupsAreWhole && addsUp(summary, summary.errors) ? summary : undefined
}

function isGroup(group: unknown, by: RegisterSummary['by'] = []): boolean {
  if (!hasFields(group, COUNTS, 'and-others')) return false
  const { where, ...counts } = group as RegisterSummary & { readonly where?: unknown }
  return (
    isRecord(where) &&
    Object.keys(where).join() === by.join() &&
    hasValues(where, (value) => value === null || isText(value)) &&
    addsUp(counts, 0)
  )
}

/** True when outcomes and errors add up to `people`; a truncated or edited document does not. */
function addsUp({ people, outcomes }: Pick<RegisterSummary, 'people' | 'outcomes'>, errors: number): boolean {
  return Object.values(outcomes).reduce((sum, count) => sum + count, errors) === people
}
