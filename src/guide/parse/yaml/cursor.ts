/** A fault at an offset of the text: in words, or the name of a field that stands twice. */
export type OffsetFault = {
  readonly code: 'yaml' | 'duplicate-key'
  readonly message: string
  readonly offset: number
}

/** Thrown at a fault after which the rest cannot be read. */
export class NotYaml extends Error {
  readonly offset: number
  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

/** Every value of a text in the order of reading, a list or a set of fields before what is inside. */
export type Nodes = {
  /** Where each value begins. */
  readonly starts: number[]
  /** The first value after it that is not inside it. */
  readonly nexts: number[]
  /** Of a field: its name, and where that begins. */
  readonly names: (string | undefined)[]
  readonly keys: number[]
  /** Of an alias: the value that it stands for. */
  readonly targets: Map<number, number>
}

type Anchor = { readonly data: unknown; readonly size: number; readonly node: number }

/** A place in a text, moved on while the text is read. */
export type Cursor = {
  readonly text: string
  readonly tabs: boolean
  at: number
  /** Offset of the first character of the line. */
  line: number
  /** Values so far, with aliases counted as what they repeat. */
  size: number
  depth: number
  /** Where the brackets begin that the cursor is in. */
  bracket: number
  readonly nodes: Nodes
  /** By anchor: what it stands for, or `open` while that is still being read. */
  readonly anchors: Map<string, Anchor | 'open'>
  /** Faults that do not keep the rest from being read. */
  readonly faults: OffsetFault[]
}

export function cursorOf(text: string): Cursor {
  return {
    text,
    tabs: text.includes('\t'),
    at: 0,
    line: 0,
    size: 0,
    depth: 0,
    bracket: 0,
    nodes: { starts: [], nexts: [], names: [], keys: [], targets: new Map() },
    anchors: new Map(),
    faults: [],
  }
}

export const TAB = 0x09
export const LINE_END = 0x0a
export const SPACE = 0x20
export const HASH = 0x23
export const COMMA = 0x2c
export const COLON = 0x3a
export const DASH = 0x2d

/** What is nowhere a part of a word without quotes in brackets. */
export function isFlowSign(code: number): boolean {
  return code === COMMA || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d
}

export function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27
}

export function refuse(offset: number, message: string): never {
  throw new NotYaml(offset, message)
}

/** Notes a fault after which the rest can be read. */
export function report({ faults }: Cursor, offset: number, message: string): void {
  faults.push({ code: 'yaml', message, offset })
}

/** Whether a character separates: a space, a tab, the end of a line or of the text. */
export function isGap(code: number): boolean {
  return code === SPACE || code === LINE_END || code === TAB || Number.isNaN(code)
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

export function column(cursor: Cursor): number {
  return cursor.at - cursor.line
}

export function atEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length
}

/** Moves to the next word or sign, past spaces, comments and line ends. Says whether it is on another line. */
export function skip(cursor: Cursor): boolean {
  const { text } = cursor
  let { at } = cursor
  let crossed = false
  const begins = at === cursor.line
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === TAB) at += 1
    else if (code === LINE_END) {
      at += 1
      cursor.line = at
      crossed = true
    } else if (code === HASH && (at === cursor.line || isBlank(text.charCodeAt(at - 1))))
      at = lineEnd(text, at)
    else break
  }
  cursor.at = at
  if (cursor.tabs && (crossed || begins) && text.slice(cursor.line, at).includes('\t')) {
    refuse(at - 1, 'a line begins with a tab: indent with spaces')
  }
  return crossed
}

/** Moves on after a value in block style, and gives the value: nothing but a comment follows it on its line. */
export function endLine<T>(cursor: Cursor, value: T): T {
  const { at } = cursor
  if (!skip(cursor) && !atEnd(cursor)) refuse(at, 'something follows a value on its line')
  return value
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
