import type { Guide, TreatmentOption } from '../core/model.ts'

/** In characters of JSON: what is longer stands in a file of its own. */
const LARGE = 8000

/**
 * A guide as JSON texts by file name, so that a command reads only what it needs: reading and parsing a whole guide
 * takes longer than a look-up takes to answer (bench/RESULTS.md). `guide.json` has everything, with null in place of
 * each large part, which is in `<part>.json`, and of each large field of the options, which is in
 * `options.<field>.json` for all of them. (Nothing in a guide is null.)
 */
export function toParts(guide: Guide): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  /** A value, or null when it is large: it then stands in that file. */
  const placed = (file: string, value: unknown) => {
    const text = JSON.stringify(value)
    if (text.length > LARGE) parts.set(file, text)
    return text.length > LARGE ? null : value
  }
  const fields = new Set(guide.options.flatMap((option) => Object.keys(option)))
  const columns = new Map(
    [...fields].map((field) => [field, placed(`options.${field}.json`, columnOf(guide, field))] as const),
  )
  const options = guide.options.map((option) =>
    mapValues(option, (field, value) => (columns.get(field) === null ? null : value)),
  )
  const whole = mapValues(guide, (key, value) => (key === 'options' ? options : placed(`${key}.json`, value)))
  return parts.set('guide.json', JSON.stringify(whole))
}

function columnOf(guide: Guide, field: string): readonly unknown[] {
  return guide.options.map((option) => option[field as keyof TreatmentOption] ?? null)
}

function mapValues(owner: object, value: (key: string, value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(owner).map(([key, own]) => [key, value(key, own)]))
}

/** The guide in such texts, each read and parsed when something in it is first asked for. */
export function fromParts(read: (file: string) => string): Guide {
  const texts = new Map<string, unknown>()
  const part = (file: string) => {
    if (!texts.has(file)) texts.set(file, JSON.parse(read(file)))
    return texts.get(file)
  }
  const guide: Guide = JSON.parse(read('guide.json'))
  fillNulls(guide, (key) => part(`${key}.json`))
  for (const [at, option] of guide.options.entries()) {
    fillNulls(option, (field) => (part(`options.${field}.json`) as readonly unknown[])[at])
  }
  return guide
}

/** Puts in place of each null what is worked out when it is first read, and is a plain value from then on. */
function fillNulls(owner: object, value: (key: string) => unknown): void {
  for (const [key, own] of Object.entries(owner)) {
    if (own !== null) continue
    const get = () => {
      const found = value(key)
      Object.defineProperty(owner, key, { value: found, enumerable: true })
      return found
    }
    Object.defineProperty(owner, key, { configurable: true, enumerable: true, get })
  }
}
