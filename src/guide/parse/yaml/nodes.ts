import { LIMITS } from '../limits.ts'
import { COLON, type Cursor, refuse, report } from './cursor.ts'

/** Notes that a value begins, and gives its number. */
function addNode({ nodes }: Cursor, start: number): number {
  nodes.starts.push(start)
  nodes.names.push(undefined)
  nodes.keys.push(start)
  return nodes.nexts.push(nodes.starts.length) - 1
}

/** A text, a number or the like, or nothing. */
export function addScalar<T>(cursor: Cursor, start: number, value: T): T {
  addNode(cursor, start)
  count(cursor, 1)
  return value
}

/** Notes that a list or a set of fields begins. */
export function openCollection(cursor: Cursor, start: number): number {
  count(cursor, 1)
  cursor.depth += 1
  if (cursor.depth > LIMITS.depth) refuse(cursor.at, `more than ${LIMITS.depth} levels inside one another`)
  return addNode(cursor, start)
}

export function closeCollection(cursor: Cursor, node: number): void {
  cursor.depth -= 1
  cursor.nodes.nexts[node] = cursor.nodes.starts.length
}

function count(cursor: Cursor, size: number): void {
  cursor.size += size
  if (cursor.size > LIMITS.yamlValues) {
    refuse(0, `the file has more than ${LIMITS.yamlValues} values, aliases counted as what they repeat`)
  }
}

const NAME = /[^ \t\n,[\]{}:]+/y

/** The name of an anchor or an alias, after its sign. */
export function readName(cursor: Cursor): string {
  NAME.lastIndex = cursor.at + 1
  const name = NAME.exec(cursor.text)?.[0]
  if (name === undefined)
    return refuse(cursor.at, `${cursor.text.charAt(cursor.at)} cannot stand here: put the text in quotes`)
  cursor.at += 1 + name.length
  if (cursor.text.charCodeAt(cursor.at) === COLON) refuse(cursor.at, 'a space is missing before the colon')
  return name
}

export function readAlias(cursor: Cursor): unknown {
  const start = cursor.at
  const name = readName(cursor)
  const target = cursor.anchors.get(name)
  if (target === undefined || target === 'open') {
    const what = target === undefined ? 'has no anchor before it' : 'stands inside what it repeats'
    report(cursor, start, `the alias *${name} ${what}`)
    return addScalar(cursor, start, null)
  }
  count(cursor, target.size)
  cursor.nodes.targets.set(addNode(cursor, start), target.node)
  return target.data
}

/** Reads a value and remembers it under a name. */
export function readAnchored(cursor: Cursor, name: string, read: () => unknown): unknown {
  cursor.anchors.set(name, 'open')
  const { size } = cursor
  const node = cursor.nodes.starts.length
  const data = read()
  cursor.anchors.set(name, { data, size: cursor.size - size, node })
  return data
}

type NewField = {
  readonly key: string
  readonly keyAt: number
  readonly node: number
  readonly value: unknown
}

/** Adds a field; one that stands there already is noted, and gives way. */
export function addField(
  cursor: Cursor,
  fields: Record<string, unknown>,
  { key, keyAt, node, value }: NewField,
): void {
  cursor.nodes.names[node] = key
  cursor.nodes.keys[node] = keyAt
  if (Object.hasOwn(fields, key)) cursor.faults.push({ code: 'duplicate-key', message: key, offset: keyAt })
  // An assignment would set the prototype.
  if (key === '__proto__') Object.defineProperty(fields, key, { value, ...PLAIN })
  else fields[key] = value
}

const PLAIN = { configurable: true, enumerable: true, writable: true }

const TAG = /[^ \t\n,[\]{}]+/y

/** Reports a tag, and gives the offset after it. */
export function passTag(cursor: Cursor): number {
  report(cursor, cursor.at, 'a tag stands here: write the value alone')
  TAG.lastIndex = cursor.at
  cursor.at += TAG.exec(cursor.text)?.[0].length ?? 1
  return cursor.at
}
