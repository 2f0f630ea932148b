import { isRecord } from './is-record.ts'

/** A test for each field that data must have. */
export type FieldTests = Readonly<Record<string, (value: unknown) => boolean>>

export const isText = (value: unknown) => typeof value === 'string'
export const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0

export function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

/** True for an object all of whose values pass the test. */
export function hasValues(data: unknown, isValue: (value: unknown) => boolean): boolean {
  return isRecord(data) && Object.values(data).every(isValue)
}

/** True for an object whose fields pass their tests; `only` allows no other fields. */
export function hasFields(data: unknown, tests: FieldTests, others: 'only' | 'and-others'): boolean {
  if (!isRecord(data)) return false
  const isWhole = Object.entries(tests).every(
    ([name, passes]) => Object.hasOwn(data, name) && passes(data[name]),
  )
  return isWhole && (others === 'and-others' || Object.keys(data).every((name) => Object.hasOwn(tests, name)))
}

/** The fields of a GuideVersion. */
export const GUIDE_VERSION: FieldTests = { id: isText, version: isText, reviewed: isText, hash: isText }
