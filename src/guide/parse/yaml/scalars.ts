import { COLON, type Cursor, HASH, isBlank, isFlowSign, isGap, LINE_END, refuse, SPACE } from './cursor.ts'

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const OTHER_BASE = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/
const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
    (word) => [word, Number.POSITIVE_INFINITY] as const,
  ),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
])
const LONGEST_CONSTANT = 5

/** What a word without quotes means: the core schema of YAML 1.2. */
export function plainValue(source: string): unknown {
  if (source.length <= LONGEST_CONSTANT) {
    const constant = CONSTANTS.get(source)
    if (constant !== undefined) return constant
  }
  // Letters come after digits, and signs and points before them.
  if (source.charCodeAt(0) > 0x39) return source
  if (NUMBER.test(source) || OTHER_BASE.test(source)) return Number(source)
  return source
}

const BREAK = /[ \t]*\n[ \t\n]*/g
const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|[^xuU])|\\|[ \t]*\n[ \t\n]*/g
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
}

/** One line end is a space, more are one fewer. */
function folded(lines: string): string {
  const ends = lines.split('\n').length - 1
  return ends === 1 ? ' ' : '\n'.repeat(ends - 1)
}

/** A text in quotes. Its further lines are indented more than `indent`. */
export function readQuoted(cursor: Cursor, indent: number): string {
  const { text, at: start } = cursor
  const double = text.charCodeAt(start) === 0x22
  const end = double ? doubleEnd(text, start) : singleEnd(text, start)
  if (end < 0) refuse(start, 'a closing quote is missing')
  const source = text.slice(start + 1, end)
  cursor.at = end + 1
  if (source.includes('\n')) {
    checkIndent(cursor, start, end, indent)
    cursor.line = text.lastIndexOf('\n', end) + 1
  }
  if (!double) return source.replaceAll("''", "'").replace(BREAK, folded)
  return source.includes('\\') || source.includes('\n')
    ? source.replace(ESCAPE, (found, offset: number) => unescaped(found, start + 1 + offset))
    : source
}

function singleEnd(text: string, start: number): number {
  let end = text.indexOf("'", start + 1)
  while (end >= 0 && text.charCodeAt(end + 1) === 0x27) end = text.indexOf("'", end + 2)
  return end
}

function doubleEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text.charCodeAt(before) === 0x5c) before -= 1
    if ((end - before) % 2 === 1) return end
  }
  return -1
}

/** Every further line of a text in quotes is indented, or empty. */
function checkIndent({ text }: Cursor, start: number, end: number, indent: number): void {
  for (
    let line = text.indexOf('\n', start) + 1;
    line > 0 && line <= end;
    line = text.indexOf('\n', line) + 1
  ) {
    const first = indentEnd(text, line)
    if (first - line <= indent && text.charCodeAt(first) !== LINE_END) {
      refuse(first, 'a line of a text in quotes is not indented enough')
    }
  }
}

function indentEnd(text: string, line: number): number {
  let first = line
  while (text.charCodeAt(first) === SPACE) first += 1
  return first
}

function unescaped(found: string, offset: number): string {
  if (!found.startsWith('\\')) return folded(found)
  const sign = found.charAt(1)
  if (sign === '\n') return ''
  const plain = ESCAPES[sign]
  if (plain !== undefined) return plain
  const code = 'xuU'.includes(sign) && sign !== '' ? Number.parseInt(found.slice(2), 16) : Number.NaN
  if (!(code <= 0x10ffff)) refuse(offset, `${JSON.stringify(found)} is no escape`)
  return String.fromCodePoint(code)
}

/** What a word without quotes may not begin with. */
const SIGNS = '[]{},#&*!|>\'"%@`'

/** Refuses what cannot begin a word without quotes. */
export function checkPlainStart({ text, at }: Cursor, flow: boolean): void {
  const code = text.charCodeAt(at)
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return
  const first = text.charAt(at)
  if (SIGNS.includes(first)) refuse(at, `${first} cannot begin a text: put it in quotes`)
  if (first !== '-' && first !== '?' && first !== ':') return
  const next = text.charCodeAt(at + 1)
  if (isGap(next) || (flow && isFlowSign(next))) refuse(at, `${first} cannot stand here`)
}

/** Where a word without quotes ends on its line: before a comment, before `: `, or at the end of the line. */
export function plainEnd(text: string, from: number, flow: boolean): number {
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LINE_END || Number.isNaN(code)) return at
    if (code === COLON) {
      const next = text.charCodeAt(at + 1)
      if (isGap(next) || (flow && isFlowSign(next))) return at
    } else if (code === HASH) {
      if (at > from && isBlank(text.charCodeAt(at - 1))) return at
    } else if (flow && isFlowSign(code)) return at
  }
}

/** The end of a piece of a line without the blanks after it. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let last = end
  while (last > from && isBlank(text.charCodeAt(last - 1))) last -= 1
  return last
}

/** A text without quotes whose first line ends at `firstEnd`. Further lines are indented more than `indent`. */
export function readPlain(cursor: Cursor, firstEnd: number, indent: number, flow: boolean): string {
  const { text } = cursor
  let end = firstEnd
  let last = trimmedEnd(text, cursor.at, end)
  let value = text.slice(cursor.at, last)
  while (text.charCodeAt(end) === LINE_END) {
    const next = nextLine(text, end)
    if (next === undefined || next.indent <= indent) break
    if (cursor.tabs && text.slice(end, next.first - next.indent).includes('\t')) {
      refuse(end, 'the empty line after this holds a tab: take it out')
    }
    const code = text.charCodeAt(next.first)
    if (code === HASH || (flow && isFlowSign(code))) break
    end = plainEnd(text, next.first, flow)
    if (text.charCodeAt(end) === COLON) refuse(end, 'a text of several lines cannot be a field')
    cursor.line = next.first - next.indent
    last = trimmedEnd(text, next.first, end)
    value += (next.empty === 0 ? ' ' : '\n'.repeat(next.empty)) + text.slice(next.first, last)
  }
  cursor.at = last
  return value
}

function pastBlanks(text: string, from: number): number {
  let at = from
  while (isBlank(text.charCodeAt(at))) at += 1
  return at
}

type NextLine = { readonly first: number; readonly indent: number; readonly empty: number }

/** The next line that is not empty: its first character, and the empty lines before it. */
function nextLine(text: string, end: number): NextLine | undefined {
  let empty = 0
  for (let line = end + 1; ; empty += 1) {
    const indent = indentEnd(text, line) - line
    const first = pastBlanks(text, line + indent)
    if (first >= text.length) return undefined
    if (text.charCodeAt(first) !== LINE_END) return { first, indent, empty }
    line = first + 1
  }
}
