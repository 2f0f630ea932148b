import { isRecord } from '../../core/is-record.ts'
import type { Place } from '../../core/model.ts'
import { firstUnseen } from '../../text/clean-text.ts'
import type { Path } from './diagnostic.ts'
import { camel } from './field-names.ts'
import { type GuideFileKind, hasPlace } from './guide-files.ts'
import { LIMITS } from './limits.ts'
import { declared, type ReadFile } from './read-file.ts'
import { check } from './schema/values.ts'
import { fromWritten } from './written-data.ts'
import { readYaml } from './yaml-tree.ts'

/** A valid text of a file, and its result. */
export type Earlier = { readonly text: string; readonly read: ReadFile }

/** A field or an item at the top of a file: its text from its first line to the next entry. */
type Entry = { readonly key: string; readonly text: string; readonly line: number }

/** A run of words is at most one value, and so is every other character: such a text is within the limits. */
function isWithinLimits(text: string): boolean {
  return text.length <= LIMITS.yamlFile && text.replace(/[\w ]+/g, 'w').length < LIMITS.yamlValues
}

/** Anchors, aliases, tags, directives and marks of documents may concern other entries. */
const BEYOND_AN_ENTRY = /(?:^|\n)(?:---|\.\.\.|%)|(?:^|[\s[\]{},:-])[&*!]\S/

const ONLY_COMMENTS = /^(?: *(?:#.*)?\r?\n)*$/

/**
 * The result of a file from the earlier one: only the entries whose text has changed are parsed. Undefined when the
 * entries cannot be told apart for certain, or when one has a fault, which the whole file has to be read for.
 */
export function readChanged(
  file: string,
  text: string,
  kind: GuideFileKind,
  { text: textBefore, read }: Earlier,
): ReadFile | undefined {
  const before = entriesOf(textBefore, kind)
  const now = entriesOf(text, kind)
  const values = before && valuesOf(before, read, kind)
  if (before === undefined || now === undefined || values === undefined) return undefined
  const known = new Map(before.map((entry, index) => [`${entry.key}\n${entry.text}`, index]))
  const fields: (readonly [string, unknown])[] = []
  for (const entry of now) {
    const index = known.get(`${entry.key}\n${entry.text}`)
    const value =
      index === undefined
        ? readEntry(file, entry, kind)
        : moved(values[index], entry.line - (before[index]?.line ?? 0))
    if (value === undefined) return undefined
    fields.push([camel(entry.key), value])
  }
  if (kind.list) {
    const items = fields.map(([, item]) => item as object)
    return {
      ...declared(items, kind),
      pieces: items.map((value, index) => ({ base: [index], value })),
      ...SOUND,
    }
  }
  const place = kind.places.root && { place: { file, line: now[0]?.line ?? 1, column: 1 } }
  const checked = check(kind.shape, { ...Object.fromEntries(fields), ...place })
  if (fields.length !== new Set(fields.map(([key]) => key)).size || !('value' in checked)) return undefined
  const { value } = checked
  return { ...declared(value, kind), pieces: [{ base: [], value }], ...SOUND }
}

const SOUND = { faulty: [], problems: [] }

function entriesOf(text: string, { list }: GuideFileKind): readonly Entry[] | undefined {
  if (!isWithinLimits(text) || firstUnseen(text) !== undefined || BEYOND_AN_ENTRY.test(text)) return undefined
  const starts = [...text.matchAll(list ? /(?<=^|\n)(-) /g : /(?<=^|\n)([a-z][a-z-]*):(?=\s)/g)]
  const [first] = starts
  if (first === undefined || !ONLY_COMMENTS.test(text.slice(0, first.index))) return undefined
  let line = 1
  let end = 0
  return starts.map(({ 1: key = '', index }, order) => {
    line += text.slice(end, index).split('\n').length - 1
    end = index
    return { key, text: text.slice(index, starts[order + 1]?.index), line }
  })
}

/** The earlier value of each entry; undefined when the entries are not those of the result. */
function valuesOf(
  entries: readonly Entry[],
  { pieces }: ReadFile,
  { list }: GuideFileKind,
): readonly unknown[] | undefined {
  if (list) return entries.length === pieces.length ? pieces.map(({ value }) => value) : undefined
  const fields: Readonly<Record<string, unknown>> = { ...pieces[0]?.value }
  const { place: _, ...written } = fields
  const keys = new Set(entries.map(({ key }) => camel(key)))
  const isSame = keys.size === entries.length && keys.size === Object.keys(written).length
  return isSame && [...keys].every((key) => key in written) ? [...keys].map((key) => written[key]) : undefined
}

/** The value of an entry that stands alone; undefined when it has a fault. */
function readEntry(file: string, { key, text, line }: Entry, kind: GuideFileKind): unknown {
  const { tree, faults } = readYaml(text)
  if (tree === undefined || faults.length > 0) return undefined
  let isSound = true
  const placeOf = (path: Path): Place | undefined => {
    if (!hasPlace(kind, path)) return undefined
    const spot = tree.spotOf(path)
    return { file, line: spot.line + line - 1, column: spot.column }
  }
  const report = () => {
    isSound = false
  }
  const context = { open: file === 'properties.yaml', report, placeOf }
  if (kind.list) {
    if (!Array.isArray(tree.data) || tree.data.length !== 1) return undefined
    const checked = check(kind.shape, fromWritten(tree.data[0], context, [0]))
    return isSound && 'value' in checked ? checked.value : undefined
  }
  if (!isRecord(tree.data) || Object.keys(tree.data).join() !== key) return undefined
  const written = fromWritten(tree.data, context, [])
  return isSound && isRecord(written) ? written[camel(key)] : undefined
}

/** A value some lines further down. */
function moved(value: unknown, lines: number): unknown {
  if (lines === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => moved(item, lines))
  const fields = Object.entries(value).map(([key, field]) =>
    key === 'place' ? [key, { ...field, line: field.line + lines }] : [key, moved(field, lines)],
  )
  return Object.fromEntries(fields)
}
