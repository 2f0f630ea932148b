import { isRecord } from '../../core/is-record.ts'
import type { Position } from './diagnostic.ts'
import { LIMITS } from './limits.ts'
import { scanJson } from './scan-json.ts'
import { positionsIn, type SourceTree, sourceTree } from './source-tree.ts'

export type JsonProblem = Position & {
  readonly code: 'syntax' | 'duplicate-key' | 'too-deep' | 'too-large'
  /** In words; for a duplicate key, the key. */
  readonly message: string
}

type ReadJson = { readonly data: unknown } | { readonly problems: readonly JsonProblem[] }

/** Strict JSON within the limits, without repeated fields. All JSON from outside is read here. */
export function readJson(text: string, longest: number = LIMITS.answers): ReadJson {
  if (text.length > longest) return refuse('too-large', `more than ${longest} characters`)
  const json = withoutByteOrderMark(text)
  // Counting signs is fast and settles nearly every text; the outline settles the others.
  const brackets = countOf(json, '{') + countOf(json, '[')
  if (brackets > LIMITS.jsonDepth && outlineOf(json).depth > LIMITS.jsonDepth) return problemsIn(json)
  try {
    const data: unknown = JSON.parse(json)
    // A repeated field appears once in the data. No text has more fields than colons.
    const fields = fieldsIn(data)
    const isEachOnce = countOf(json, ':') === fields || outlineOf(json).fields === fields
    return isEachOnce ? { data } : problemsIn(json)
  } catch {
    return problemsIn(json)
  }
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let position = text.indexOf(sign); position >= 0; position = text.indexOf(sign, position + 1))
    count += 1
  return count
}

function refuse(code: JsonProblem['code'], message: string): ReadJson {
  return { problems: [{ code, message, line: 1, column: 1 }] }
}

export function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** The depth of braces and brackets, and the number of fields: colons outside of quotes. */
function outlineOf(text: string): { readonly depth: number; readonly fields: number } {
  let depth = 0
  let deepest = 0
  let fields = 0
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position)
    if (code === 0x22) position = endOfQuotes(text, position)
    else if (code === 0x3a) fields += 1
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return { depth: deepest, fields }
}

function endOfQuotes(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text.charCodeAt(before) === 0x5c) before -= 1
    if ((end - before) % 2 === 1) return end
  }
  return text.length
}

function fieldsIn(data: unknown): number {
  if (Array.isArray(data)) return data.reduce((sum: number, item) => sum + fieldsIn(item), 0)
  if (!isRecord(data)) return 0
  let sum = 0
  for (const key of Object.keys(data)) sum += 1 + fieldsIn(data[key])
  return sum
}

function problemsIn(text: string): ReadJson {
  const positionOf = positionsIn(text)
  const problems = scanJson(text).faults.map(({ code, message, offset }) => ({
    code,
    message,
    ...positionOf(offset),
  }))
  if (problems.length === 0) throw new Error('a JSON text was refused without a reason')
  return { problems }
}

/** Strict JSON with the places of its values, computed on first use. */
export function readJsonTree(
  text: string,
  longest?: number,
): { readonly tree: SourceTree } | { readonly problems: readonly JsonProblem[] } {
  const read = readJson(text, longest)
  if ('problems' in read) return read
  const json = withoutByteOrderMark(text)
  return { tree: sourceTree(read.data, json, () => scanJson(json).root) }
}
