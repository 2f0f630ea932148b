import { isRecord } from '../is-record.ts'
import type { Guide } from '../model.ts'

/** A text, number, source or other plain value that differs; undefined on the side that lacks it. */
export type TextChange = {
  /** Ids and field names from the guide down: `options`, `nsaids`, `benefits`, 0, `text`. */
  readonly path: readonly (string | number)[]
  readonly from: unknown
  readonly to: unknown
}

/** Not texts: what decides statuses is compared on diagrams, and places in files do not matter to people. */
const NOT_TEXT = ['place', 'when', 'status', 'whileOpen', 'askWhen', 'properties']

/** Lists whose added and removed pieces `diffGuides` reports itself. */
const NAMED_PIECES = ['options', 'questions', 'answers', 'rules', 'indications', 'warningSigns', 'outOfScope']

/**
 * Every value that differs between two guides, apart from conditions and statuses. A piece that one lacks is one change,
 * unless `diffGuides` reports it.
 */
export function diffTexts(before: Guide, after: Guide): readonly TextChange[] {
  return diffValues([], before, after)
}

/** True when two values are equal as data, ignoring places. */
export function isSame(a: unknown, b: unknown): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (!isRecord(a) || !isRecord(b)) return a === b
  return keysOf(a, b).every((key) => key === 'place' || isSame(a[key], b[key]))
}

function diffValues(path: TextChange['path'], from: unknown, to: unknown): readonly TextChange[] {
  if (isListOrAbsent(from) && isListOrAbsent(to)) return diffLists(path, from ?? [], to ?? [])
  if (isRecord(from) && isRecord(to)) {
    return keysOf(from, to)
      .filter((key) => !NOT_TEXT.includes(key))
      .flatMap((key) => diffValues([...path, key], from[key], to[key]))
  }
  return isSame(from, to) ? [] : [{ path, from, to }]
}

/** Pieces with an id are matched by id, all others by position. */
function diffLists(
  path: TextChange['path'],
  from: readonly unknown[],
  to: readonly unknown[],
): readonly TextChange[] {
  const keyed = (list: readonly unknown[]) => new Map(list.map((item, index) => [idOf(item) ?? index, item]))
  const old = keyed(from)
  const now = keyed(to)
  const isNamed = NAMED_PIECES.includes(String(path.at(-1)))
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((key) => !isNamed || (old.has(key) && now.has(key)))
    .flatMap((key) => diffValues([...path, key], old.get(key), now.get(key)))
}

function idOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value['id'] === 'string' ? value['id'] : undefined
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isListOrAbsent(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || isList(value)
}

function keysOf(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}
