import type { Guide, TreatmentOption } from '../../core/model.ts'
import { onFirstRead } from '../on-first-read.ts'

/** Characters of JSON above which a part gets its own file. */
const LARGE = 2000

/**
 * A guide as JSON texts by file name, so that a command parses only what it needs. `guide.json` has null for each large
 * part, which is in `<part>.json`, and for each large field that all options have, which is in `options.<field>.json`.
 */
export function toParts(guide: Guide): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  /** The value, or null when it is large and goes into that file. */
  const placed = (file: string, value: unknown) => {
    const text = JSON.stringify(value)
    if (text.length > LARGE) parts.set(file, text)
    return text.length > LARGE ? null : value
  }
  const large = new Set(
    Object.keys(guide.options[0] ?? {}).filter((field) => {
      const column = guide.options.map((option) => option[field as keyof TreatmentOption])
      return !column.includes(undefined) && placed(`options.${field}.json`, column) === null
    }),
  )
  const options = guide.options.map((option) =>
    mapValues(option, (field, value) => (large.has(field) ? null : value)),
  )
  const whole = mapValues(guide, (key, value) => (key === 'options' ? options : placed(`${key}.json`, value)))
  return parts.set('guide.json', JSON.stringify(whole))
}

function mapValues(owner: object, value: (key: string, value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(owner).map(([key, field]) => [key, value(key, field)]))
}

/** The guide from such texts; each is parsed on first use. */
export function fromParts(read: (file: string) => string): Guide {
  const texts = new Map<string, unknown>()
  const part = (file: string) => {
    if (!texts.has(file)) texts.set(file, JSON.parse(read(file)))
    return texts.get(file)
  }
  const guide: Guide = JSON.parse(read('guide.json'))
  Object.defineProperties(
    guide,
    onFirstRead(nullFields(guide), (_, key) => part(`${key}.json`)),
  )
  const [first = {}] = guide.options
  const place = new Map(guide.options.map((option, index) => [option, index]))
  const columns = onFirstRead(nullFields(first), (option, field) => {
    const column = part(`options.${field}.json`) as readonly unknown[]
    return column[place.get(option as TreatmentOption) ?? -1]
  })
  for (const option of guide.options) Object.defineProperties(option, columns)
  return guide
}

function nullFields(owner: object): readonly string[] {
  return Object.entries(owner).flatMap(([field, value]) => (value === null ? [field] : []))
}

// ---------------------------------------------------------------- one piece

/** Characters of JSON above which a field of a piece gets its own line. */
const LONG = 300

/** An object as JSON: with null for each long field, then each of those. */
export function toLines(owner: object): readonly string[] {
  const long: string[] = []
  const first = mapValues(owner, (_, value) => {
    const text = JSON.stringify(value)
    if (text.length > LONG) long.push(text)
    return text.length > LONG ? null : value
  })
  return [JSON.stringify(first), ...long]
}

/** The object of such lines; each is parsed on first use. */
export function fromLines(lineAt: (index: number) => string): object {
  const owner: object = JSON.parse(lineAt(0))
  const long = nullFields(owner)
  return Object.defineProperties(
    owner,
    onFirstRead(long, (_, field) => JSON.parse(lineAt(1 + long.indexOf(field)))),
  )
}
