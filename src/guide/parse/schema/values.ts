import * as v from 'valibot'
import { isRecord } from '../../../core/is-record.ts'
import { firstUnseen } from '../../../text/clean-text.ts'
import { nearest } from '../../../text/nearest.ts'
import { showValue } from '../../../text/show-value.ts'
import type { Code, Path, Problem } from '../diagnostic.ts'

/** What a piece of data must look like, and the type it has then. */
export type Shape<T> = v.GenericSchema<unknown, T>
export type Output<S extends Shape<unknown>> = v.InferOutput<S>

/** At most so many problems are reported for one piece: more would take long and add little. */
const MOST_PROBLEMS = 50

/** Checks data against a shape and reports its faults, with paths from the top of the data. */
export function check<T>(
  shape: Shape<T>,
  data: unknown,
): { readonly value: T } | { readonly problems: readonly Problem[] } {
  const result = v.safeParse(shape, data)
  if (result.success) return { value: result.output }
  return { problems: result.issues.slice(0, MOST_PROBLEMS).map(toProblem) }
}

/** A message of ours is a code with arguments; the words are in diagnostic.ts. */
function say(code: Code, args: Problem['args'] = {}, part?: 'key'): string {
  return JSON.stringify({ code, args, part })
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const { code, args, part } = JSON.parse(issue.message) as Problem
  const path = issue.path?.map(({ key }) => key as string | number) ?? []
  return {
    code,
    args: { value: showValue(issue.input), ...args, ...keyArgs(code, args, path) },
    path,
    ...(part && { part }),
  }
}

/** An unknown field, and the one with the nearest name. */
function keyArgs(code: Code, { allowed = '' }: Problem['args'], path: Path): Problem['args'] {
  if (code !== 'unknown-key') return {}
  const key = String(path.at(-1))
  const [near] = nearest(key, allowed.split(' '), 1)
  return { key, ...(near !== undefined && { nearest: near }) }
}

const typeError = (expected: string) => (issue: v.BaseIssue<unknown>) => {
  if (issue.input === null || issue.input === '') return say('empty')
  const scalar = typeof issue.input === 'number' || typeof issue.input === 'boolean'
  return say('wrong-type', { expected, ...(expected === 'text' && scalar && { quote: 'yes' }) })
}

// ---------------------------------------------------------------- single values

/** No text of a guide is longer; the checks of its words are made for texts of this length. */
const LONGEST_TEXT = 4_000

const textUpTo = (longest: number) =>
  v.pipe(
    v.string(typeError('text')),
    v.trim(),
    v.nonEmpty(say('empty')),
    v.maxLength(longest, ({ input }) =>
      say('too-long', { longest: String(longest), length: String(input.length) }),
    ),
    v.check(
      (value) => firstUnseen(value) === undefined,
      ({ input }) => say('unseen', { sign: firstUnseen(input)?.name ?? '' }),
    ),
  )

const anyText = textUpTo(LONGEST_TEXT)

/** @param longest in characters */
export const text = (longest?: number) => (longest === undefined ? anyText : textUpTo(longest))

/** Longer than any id or address, and short enough for every pattern. */
const LONGEST_ID = 500

const textOfForm = (form: RegExp, code: Code) =>
  v.pipe(
    v.string(typeError('text')),
    v.trim(),
    v.nonEmpty(say('empty')),
    v.check((value) => value.length <= LONGEST_ID, say(code)),
    v.regex(form, say(code)),
  )

const anyId = textOfForm(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bad-id')
const anySourceId = textOfForm(/^[a-z0-9]+([-_][a-z0-9]+)*$/, 'bad-source-id')
export const id = () => anyId
export const sourceId = () => anySourceId
/** A property that was written for several options at once has one id for each: `tried-never-suitable/nsaids`. */
export const propertyId = () => textOfForm(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9-]+)?$/, 'bad-id')
export const doi = () => textOfForm(/^10\.\d{4,9}\/\S+$/, 'bad-doi')
export const pmid = () => textOfForm(/^\d{1,9}$/, 'bad-pmid')
export const url = () => textOfForm(/^https?:\/\/[^\s/]+\S*$/, 'bad-url')

export const day = () => v.pipe(v.string(typeError('text')), v.check(isDay, say('bad-date')))

function isDay(value: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (year === undefined) return false
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1]
  return days !== undefined && Number(date) >= 1 && Number(date) <= days
}

export const number = () => v.pipe(v.number(typeError('number')), v.finite(typeError('number')))

export const of100 = () =>
  v.pipe(v.number(typeError('number')), v.minValue(0, say('not-of-100')), v.maxValue(100, say('not-of-100')))

export const year = () =>
  v.pipe(
    v.number(typeError('year')),
    v.integer(typeError('year')),
    v.minValue(1000, typeError('year')),
    v.maxValue(9999, typeError('year')),
  )

export const boolean = () => v.boolean(typeError('boolean'))

export function oneOf<const T extends string | number>(values: readonly T[]) {
  return v.picklist(values, (issue) =>
    issue.input === null ? say('empty') : say('not-one-of', { allowed: values.join(', ') }),
  )
}

// ---------------------------------------------------------------- values made of others

export function list<T>(item: Shape<T>, least = 0): Shape<readonly T[]> {
  return v.pipe(
    v.array(item, typeError('list')),
    v.minLength(least, say('too-few', { least: String(least) })),
  )
}

/** A list without repeats. */
export function set<T extends string>(item: Shape<T>, least = 0): Shape<readonly T[]> {
  return v.pipe(
    list(item, least),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const seen = new Set<string>()
      for (const [index, value] of dataset.value.entries()) {
        if (seen.has(value)) addIssue(issueAt(index, value, say('repeated')))
        seen.add(value)
      }
    }),
  )
}

export const pair = (item: Shape<number>): Shape<readonly [number, number]> =>
  v.tuple([item, item], typeError('two numbers: [low, high]'))

/** A field that may be left out. */
export function optional<T>(shape: Shape<T>): v.ExactOptionalSchema<Shape<T>, undefined> {
  return v.exactOptional(shape)
}

/** Exactly these fields. The data may be of another kind than a set of fields. */
function fields<const E extends v.ObjectEntries>(entries: E): v.StrictObjectSchema<E, undefined> {
  const allowed = Object.keys(entries).join(' ')
  const shape = v.objectWithRest(entries, v.never(say('unknown-key', { allowed }, 'key')), (issue) =>
    issue.expected === 'Object' ? typeError('mapping')(issue) : say('missing'),
  )
  // The rest is never there; the library's own strict objects stop at the first field that is unknown.
  return shape as unknown as v.StrictObjectSchema<E, undefined>
}

/** Exactly these fields. */
export function object<const E extends v.ObjectEntries>(
  entries: E,
): Shape<v.InferOutput<v.StrictObjectSchema<E, undefined>>> {
  return v.pipe(v.custom<Record<string, unknown>>(isRecord, typeError('mapping')), fields(entries))
}

type Kinds = Readonly<Record<string, v.ObjectEntries>>
type OfKind<S extends Kinds> = {
  [K in keyof S]: { readonly kind: K } & v.InferOutput<v.StrictObjectSchema<S[K], undefined>>
}[keyof S]

/** One of several sets of fields, told apart by the field `kind`. */
export function byKind<const S extends Kinds>(kinds: S): Shape<OfKind<S>> {
  const shapes = Object.entries(kinds).map(([kind, entries]) => fields({ kind: v.literal(kind), ...entries }))
  const shape = v.variant('kind', shapes, (issue) => {
    if (issue.path === undefined) return typeError('mapping')(issue)
    if (issue.input === undefined) return say('missing')
    return say('not-one-of', { allowed: Object.keys(kinds).join(', ') })
  })
  return shape as unknown as Shape<OfKind<S>>
}

/** A shape that depends on the data. */
export function choose<T>(pick: (input: unknown) => Shape<T>): Shape<T> {
  return v.lazy(pick)
}

function issueAt(index: number, input: string, message: string) {
  const item = { type: 'unknown', origin: 'value', input: undefined, key: index, value: undefined } as const
  return { input, message, path: [item] as [v.IssuePathItem] }
}
