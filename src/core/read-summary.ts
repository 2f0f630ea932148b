import { COUNTED } from './engine/summary.ts'
import { isRecord } from './is-record.ts'
import { OUTCOMES } from './model.ts'
import { type RegisterSummary, SUMMARY_SCHEMA } from './register-summary.ts'

type Fields = Readonly<Record<string, unknown>>

/** Data as a summary; undefined when it is not one. */
export function asSummary(data: unknown): RegisterSummary | undefined {
  if (!isRecord(data) || data.schema !== SUMMARY_SCHEMA || !isGuide(data.guide)) return undefined
  const isWhole = isCount(data.errors) && areCounts(data) && adds(data, data.errors)
  const isSplit = data.by === undefined ? data.groups === undefined : isList(data.by, isText)
  const groupsAreWhole = data.groups === undefined || isList(data.groups, (group) => isGroup(group, data.by))
  return isWhole && isSplit && groupsAreWhole ? (data as unknown as RegisterSummary) : undefined
}

function isGuide(guide: unknown): boolean {
  return isRecord(guide) && ['id', 'version', 'reviewed', 'hash'].every((field) => isText(guide[field]))
}

function isGroup(group: unknown, by: unknown): boolean {
  if (!isRecord(group) || !isRecord(group.where) || !Array.isArray(by)) return false
  const { where } = group
  const isNamed =
    Object.keys(where).join() === by.join() &&
    Object.values(where).every((value) => value === null || isText(value))
  return isNamed && areCounts(group) && adds(group, 0)
}

function areCounts({ people, outcomes, options, open }: Fields): boolean {
  const isOfOutcomes = isRecord(outcomes) && OUTCOMES.every((outcome) => isCount(outcomes[outcome]))
  const isOfOptions =
    isRecord(options) &&
    Object.values(options).every(
      (counts) =>
        isRecord(counts) &&
        Object.entries(counts).every(
          ([status, count]) => COUNTED.some((known) => known === status) && isCount(count),
        ),
    )
  return (
    isCount(people) && isOfOutcomes && isOfOptions && isRecord(open) && Object.values(open).every(isCount)
  )
}

/** True when outcomes and errors add up to `people`; a truncated or edited document does not. */
function adds({ people, outcomes }: Fields, errors: number): boolean {
  const counts = Object.values(outcomes as Readonly<Record<string, number>>)
  return counts.reduce((sum, count) => sum + count, errors) === people
}

function isList(value: unknown, isRight: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isRight)
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
