import {
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  type MappingEvent,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
  type ScalarTagDefinition,
  type SequenceEvent,
} from 'js-yaml'
import { LIMITS } from './limits.ts'

/** A fault at an offset of the text. */
export type OffsetFault = {
  readonly code: 'yaml' | 'duplicate-key'
  readonly message: string
  readonly offset: number
}

/** The text of one document and the parser's events for it; the first is the start of the document. */
export type YamlDocument = { readonly text: string; readonly events: readonly Event[] }

/** The structure of a document, by the index of an event. */
export type Structure = {
  /** For the start of a list or set of fields: the index behind its end. */
  readonly ends: Int32Array
  /** For an alias: the index of the value that it repeats. */
  readonly targets: ReadonlyMap<number, number>
}

type Anchor = {
  readonly index: number
  readonly data: unknown
  readonly values: number
  readonly characters: number
}

export const TAG_FOUND = 'a tag stands here: write the value alone, and a text that begins with ! in quotes'

/** The index of the first value. */
export const ROOT = 1

/**
 * The plain data of a YAML document. Reports tags, aliases without an anchor, repeated fields, names of fields that are
 * no text, and more values or characters than the limits allow, an alias counted as all that it repeats.
 */
export function toData(
  { text, events }: YamlDocument,
  report: (fault: OffsetFault) => void,
): { readonly data: unknown; readonly structure: Structure } {
  const anchors = new Map<string, Anchor | 'open'>()
  const ends = new Int32Array(events.length)
  const targets = new Map<number, number>()
  let next = ROOT
  // Both stop one past the limit, so that sums of aliases stay small.
  let values = 0
  let characters = 0

  const refuse = (message: string, offset: number) => report({ code: 'yaml', message, offset })
  const isOpen = () => next < events.length && events[next]?.type !== EVENT_ID.POP

  function count(moreValues: number, moreCharacters: number): void {
    values = Math.min(values + moreValues, LIMITS.yamlValues + 1)
    characters = Math.min(characters + moreCharacters, LIMITS.yamlFile + 1)
  }

  function value(): unknown {
    const index = next
    const event = events[index]
    count(1, 0)
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return null
    next += 1
    if (event.type === EVENT_ID.ALIAS)
      return repeated(index, text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1)
    if (event.tagStart >= 0) refuse(TAG_FOUND, event.tagStart)
    const anchor = event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd)
    if (anchor === undefined) return plain(event, index)
    anchors.set(anchor, 'open')
    const before = { values: values - 1, characters }
    const data = plain(event, index)
    anchors.set(anchor, {
      index,
      data,
      values: values - before.values,
      characters: characters - before.characters,
    })
    return data
  }

  function plain(event: ScalarEvent | SequenceEvent | MappingEvent, index: number): unknown {
    if (event.type === EVENT_ID.SCALAR) {
      count(0, event.valueEnd - event.valueStart)
      return scalarValue(text, event)
    }
    const data = event.type === EVENT_ID.MAPPING ? fields() : items()
    next += 1
    ends[index] = next
    return data
  }

  function repeated(index: number, name: string, offset: number): unknown {
    const target = anchors.get(name)
    if (target !== undefined && target !== 'open') {
      targets.set(index, target.index)
      count(target.values - 1, target.characters)
      return target.data
    }
    const what =
      target === undefined
        ? 'has no anchor before it; a text that begins with * needs quotes'
        : 'stands inside what it repeats'
    refuse(`the alias *${name.slice(0, LONGEST_NAME)} ${what}`, offset)
    return null
  }

  function items(): unknown[] {
    const data: unknown[] = []
    while (isOpen()) data.push(value())
    return data
  }

  function fields(): object {
    const data: Record<string, unknown> = {}
    while (isOpen()) {
      const key = events[next]
      const isText = key?.type === EVENT_ID.SCALAR && key.valueStart >= 0
      const name = isText ? textOf(text, key) : ''
      if (!isText)
        refuse(
          'the name of a field is a text, and here is none',
          startOf(key) ?? startOf(events[next + 1]) ?? 0,
        )
      else if (Object.hasOwn(data, name))
        report({ code: 'duplicate-key', message: name, offset: startOf(key) ?? 0 })
      // A name counts with its value.
      value()
      values -= 1
      const inner = value()
      if (name === '__proto__') Object.defineProperty(data, name, { value: inner, ...PLAIN_FIELD })
      else data[name] = inner
    }
    return data
  }

  const data = value()
  const most =
    values > LIMITS.yamlValues
      ? `${LIMITS.yamlValues} values`
      : characters > LIMITS.yamlFile && `${LIMITS.yamlFile} characters`
  if (most) refuse(`the file has more than ${most}, aliases counted as what they repeat`, 0)
  return { data, structure: { ends, targets } }
}

/** Characters of an alias that a message shows. */
const LONGEST_NAME = 60

/** An assignment would set the prototype. */
const PLAIN_FIELD = { configurable: true, enumerable: true, writable: true }

/** The tags of a text without quotes by its first character: null, true, false and numbers of YAML 1.2. */
const PLAIN_TAGS = new Map<string, ScalarTagDefinition[]>()
for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
  for (const first of tag.implicitFirstChars ?? [])
    PLAIN_TAGS.set(first, [...(PLAIN_TAGS.get(first) ?? []), tag])
}

function scalarValue(text: string, event: ScalarEvent): unknown {
  const written = textOf(text, event)
  if (event.style !== SCALAR_STYLE.PLAIN) return written
  for (const tag of PLAIN_TAGS.get(written.charAt(0)) ?? []) {
    const value: unknown = tag.resolve(written, false, tag.tagName)
    if (value !== NOT_RESOLVED) return value
  }
  return written
}

export function textOf(text: string, event: ScalarEvent): string {
  return event.valueStart < 0 ? '' : getScalarValue(text, event)
}

/** The offset of a value, its quotes included; of a block, its first letter; undefined for an empty value. */
export function startOf(event: Event | undefined): number | undefined {
  switch (event?.type) {
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start
    case EVENT_ID.SCALAR:
      if (event.valueStart < 0) return undefined
      return isQuoted(event) ? event.valueStart - 1 : event.valueStart + Math.max(event.indent, 0)
    default:
      return undefined
  }
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
}
