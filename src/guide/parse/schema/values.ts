import * as v from 'valibot'
import { nearest } from '../../find/nearest.ts'
import { type Code, type Path, type Problem, show } from '../diagnostic.ts'
import { isMapping } from '../is-record.ts'

/** What a piece of data must look like, and the type it has then. */
export type Shape<T> = v.GenericSchema<unknown, T>

/** One shape, two spellings: kebab-case as authors write it, camelCase as the program holds and exports it. */
export type Spelling = 'yaml' | 'compiled'

/** Checks data against a shape and reports every fault, with paths from the top of the data. */
export function check<T>(
  shape: Shape<T>,
  data: unknown,
): { readonly value: T } | { readonly problems: readonly Problem[] } {
  const result = v.safeParse(shape, data)
  return result.success ? { value: result.output } : { problems: result.issues.map(toProblem) }
}

/** A message of ours is a code with arguments; the words are in diagnostic.ts. */
function say(code: Code, args: Problem['args'] = {}, part?: 'key'): string {
  return JSON.stringify({ code, args, part })
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const said = JSON.parse(issue.message) as Problem
  const path = issue.path?.map(({ key }) => key as string | number) ?? []
  return { ...said, args: { value: show(issue.input), ...said.args }, path }
}

const typed = (expected: string) => (issue: v.BaseIssue<unknown>) => {
  if (issue.input === null || issue.input === '') return say('empty')
  const scalar = typeof issue.input === 'number' || typeof issue.input === 'boolean'
  return say('wrong-type', { expected, ...(expected === 'text' && scalar && { quote: 'yes' }) })
}

// ---------------------------------------------------------------- single values

export function text(): Shape<string> {
  return v.pipe(v.string(typed('text')), v.trim(), v.nonEmpty(say('empty')))
}

/** @param longest in characters */
export function shortText(longest: number): Shape<string> {
  return v.pipe(
    v.string(typed('text')),
    v.trim(),
    v.nonEmpty(say('empty')),
    v.maxLength(longest, (issue) =>
      say('too-long', { longest: String(longest), length: String(issue.input.length) }),
    ),
  )
}

function matching(form: RegExp, code: Code): Shape<string> {
  return v.pipe(v.string(typed('text')), v.trim(), v.nonEmpty(say('empty')), v.regex(form, say(code)))
}

export const id = (): Shape<string> => matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bad-id')
export const sourceId = (): Shape<string> => matching(/^[a-z0-9]+([-_][a-z0-9]+)*$/, 'bad-source-id')
/** A property that was written for several options at once has one id for each: `tried-never-suitable/nsaids`. */
export const propertyId = (): Shape<string> => matching(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9-]+)?$/, 'bad-id')
export const doi = (): Shape<string> => matching(/^10\.\d{4,9}\/\S+$/, 'bad-doi')
export const pmid = (): Shape<string> => matching(/^\d{1,9}$/, 'bad-pmid')
export const url = (): Shape<string> => matching(/^https?:\/\/[^\s/]+\S*$/, 'bad-url')

export function day(): Shape<string> {
  return v.pipe(v.string(typed('text')), v.check(isDay, say('bad-date')))
}

function isDay(value: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (year === undefined) return false
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1]
  return days !== undefined && Number(date) >= 1 && Number(date) <= days
}

export function number(): Shape<number> {
  return v.pipe(v.number(typed('number')), v.finite(typed('number')))
}

export function of100(): Shape<number> {
  return v.pipe(
    v.number(typed('number')),
    v.check((value) => value >= 0 && value <= 100, say('not-of-100')),
  )
}

export function year(): Shape<number> {
  return v.pipe(
    v.number(typed('year')),
    v.integer(typed('year')),
    v.minValue(1000, typed('year')),
    v.maxValue(9999, typed('year')),
  )
}

export const boolean = (): Shape<boolean> => v.boolean(typed('boolean'))

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  return v.picklist(values, (issue) =>
    issue.input === null ? say('empty') : say('not-one-of', { allowed: values.join(', ') }),
  )
}

export function oneOfNumbers<const T extends number>(values: readonly T[]): Shape<T> {
  return v.picklist(values, say('not-one-of', { allowed: values.join(', ') }))
}

// ---------------------------------------------------------------- values made of others

export function list<T>(item: Shape<T>, least = 0): Shape<readonly T[]> {
  return v.pipe(v.array(item, typed('list')), v.minLength(least, say('too-few', { least: String(least) })))
}

/** A list in which nothing stands twice. */
export function set<T extends string>(item: Shape<T>, least = 0): Shape<readonly T[]> {
  return v.pipe(
    list(item, least),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      for (const [index, value] of dataset.value.entries()) {
        if (dataset.value.indexOf(value) < index) addIssue(issueAt([index], value, say('repeated')))
      }
    }),
  )
}

export function pair(item: Shape<number>): Shape<readonly [number, number]> {
  return v.tuple([item, item], typed('two numbers: [low, high]'))
}

/** A field that may be left out. */
export function optional<T>(shape: Shape<T>): v.ExactOptionalSchema<Shape<T>, undefined> {
  return v.exactOptional(shape)
}

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S
type Output<E extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<E, undefined>>
type Renamed<T> = { readonly [K in keyof T as Camel<K & string>]: T[K] }

const camel = (key: string) => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function renameKeys<T>(fields: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [camel(key), value]))
}

const notMapping = () => v.custom<never>(() => false, typed('mapping'))

/** Exactly these fields, written in kebab-case; the result has them in camelCase, in this order. */
export function object<const E extends v.ObjectEntries>(
  spelling: Spelling,
  entries: E,
): Shape<Renamed<Output<E>>> {
  const fields: v.ObjectEntries = spelling === 'yaml' ? entries : renameKeys(entries)
  const known = v.object(fields, say('missing', {}))
  const shape = v.lazy((input) =>
    isMapping(input)
      ? v.pipe(known, noOtherKeys(input, Object.keys(fields)), v.transform(renameKeys))
      : notMapping(),
  )
  // Renaming happens while checking, where the types cannot follow.
  return shape as unknown as Shape<Renamed<Output<E>>>
}

function noOtherKeys(input: Readonly<Record<string, unknown>>, allowed: readonly string[]) {
  return v.rawCheck<Record<string, unknown>>(({ addIssue }) => {
    for (const key of Object.keys(input)) {
      if (allowed.includes(key)) continue
      const [near] = nearest(key, allowed, 1)
      addIssue(issueAt([key], input[key], say('unknown-key', { key, ...(near && { nearest: near }) }, 'key')))
    }
  })
}

/** A shape that depends on the data, such as on one of its fields. */
export function choose<T>(pick: (input: unknown) => Shape<T>): Shape<T> {
  return v.lazy(pick)
}

/** One of several shapes, told apart by the field `kind`. */
export function byKind<S extends Readonly<Record<string, Shape<unknown>>>>(
  shapes: S,
): Shape<v.InferOutput<S[keyof S]>> {
  const unknownKind = v.looseObject({ kind: oneOf(Object.keys(shapes)) }, say('missing'))
  const shape = v.lazy((input): Shape<unknown> => {
    if (!isMapping(input)) return notMapping()
    const { kind } = input
    return (typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined) ?? unknownKind
  })
  return shape as unknown as Shape<v.InferOutput<S[keyof S]>>
}

/** What a function of ours reads from data; undefined where it reported a problem. */
export function reading<T>(
  read: (data: unknown, report: (problem: Problem) => void) => T | undefined,
): Shape<T> {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const report = ({ code, args, path, part }: Problem) =>
        addIssue(issueAt(path, undefined, say(code, args, part)))
      return read(dataset.value, report) ?? NEVER
    }),
  )
}

type IssuePath = [v.IssuePathItem, ...v.IssuePathItem[]]

function issueAt(path: Path, input: unknown, message: string) {
  const items = path.map((key) => ({
    type: 'unknown',
    origin: 'value',
    input: undefined,
    key,
    value: undefined,
  }))
  return { input, message, ...(items.length > 0 && { path: items as IssuePath }) }
}
