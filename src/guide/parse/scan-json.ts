import { LIMITS } from './limits.ts'
import type { TextNode } from './source-tree.ts'

/** A fault of strict JSON, with its offset. */
type JsonFault = {
  readonly code: 'syntax' | 'duplicate-key' | 'too-deep'
  /** In words; for a duplicate key, the key. It never quotes the text, which may be private. */
  readonly message: string
  readonly offset: number
}

type Scan = { readonly root?: TextNode; readonly faults: readonly JsonFault[] }

/** The most faults that are reported. */
const MOST_FAULTS = 20

/**
 * Scans a JSON text for the offsets of its values, or for its faults: the first syntax error and every repeated key.
 * Used only for diagnostics; JSON.parse gives the data.
 */
export function scanJson(text: string): Scan {
  const faults: JsonFault[] = []
  try {
    const scanner = createScanner(text, (fault) => {
      faults.push(fault)
      if (faults.length >= MOST_FAULTS) throw new Unreadable(fault)
    })
    return { root: scanner.document(), faults }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { faults: faults.includes(error.fault) ? faults : [...faults, error.fault] }
  }
}

class Unreadable extends Error {
  readonly fault: JsonFault
  constructor(fault: JsonFault) {
    super(fault.message)
    this.fault = fault
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const SPACE = /[ \t\r\n]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function createScanner(text: string, report: (fault: JsonFault) => void) {
  let position = 0

  function refuse(message: string, offset = position, code: JsonFault['code'] = 'syntax'): never {
    throw new Unreadable({ code, message, offset })
  }

  /** Skips a match of the pattern at the current offset; false without one. */
  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = position
    if (!pattern.test(text)) return false
    position = pattern.lastIndex
    return true
  }

  function take(sign: string): boolean {
    if (text[position] !== sign) return false
    position += 1
    skip(SPACE)
    return true
  }

  function string(): string {
    const start = position
    position += 1
    for (let code = text.charCodeAt(position); code !== 0x22; code = text.charCodeAt(position)) {
      if (Number.isNaN(code)) refuse('this text in quotes has no end', start)
      if (code < 0x20) refuse('a line break or control character stands in a text in quotes')
      if (code !== 0x5c) position += 1
      else if (!skip(ESCAPE)) refuse('the backslash begins nothing that JSON knows')
    }
    position += 1
    return JSON.parse(text.slice(start, position)) as string
  }

  function value(depth: number, key?: number): TextNode {
    if (depth > LIMITS.jsonDepth)
      refuse(`more than ${LIMITS.jsonDepth} levels inside one another`, position, 'too-deep')
    const node = { start: position, ...(key !== undefined && { key }) }
    const read = text[position] === '{' ? fields : text[position] === '[' ? items : undefined
    if (read !== undefined) {
      const children = read(depth)
      return { ...node, childrenOf: () => children }
    }
    if (text[position] === '"') string()
    else if (!skip(WORD) && !skip(NUMBER)) refuse('a value is expected here')
    return node
  }

  function fields(depth: number): ReadonlyMap<string, TextNode> {
    const children = new Map<string, TextNode>()
    take('{')
    if (take('}')) return children
    do {
      if (text[position] !== '"') refuse('the name of a field is expected here, in double quotes')
      const start = position
      const key = string()
      skip(SPACE)
      if (!take(':')) refuse('":" is expected here, between a field and its value')
      if (children.has(key)) report({ code: 'duplicate-key', message: key, offset: start })
      children.set(key, value(depth + 1, start))
      skip(SPACE)
    } while (take(','))
    if (text[position] !== '}') refuse('"," or "}" is expected here')
    position += 1
    return children
  }

  function items(depth: number): ReadonlyMap<number, TextNode> {
    const children = new Map<number, TextNode>()
    take('[')
    if (take(']')) return children
    do {
      children.set(children.size, value(depth + 1))
      skip(SPACE)
    } while (take(','))
    if (text[position] !== ']') refuse('"," or "]" is expected here')
    position += 1
    return children
  }

  function document(): TextNode {
    skip(SPACE)
    if (position === text.length) refuse('the text is empty')
    const root = value(1)
    skip(SPACE)
    if (position < text.length) refuse('nothing may follow the value')
    return root
  }

  return { document }
}
