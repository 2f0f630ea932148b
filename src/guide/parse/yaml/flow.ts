import {
  atEnd,
  COLON,
  COMMA,
  type Cursor,
  column,
  isFlowSign,
  isGap,
  isQuote,
  refuse,
  skip,
} from './cursor.ts'
import {
  addField,
  addScalar,
  closeCollection,
  openCollection,
  passTag,
  readAlias,
  readAnchored,
  readName,
} from './nodes.ts'
import { checkPlainStart, plainEnd, plainValue, readPlain, readQuoted } from './scalars.ts'

const LIST = 0x5b
const LIST_END = 0x5d
const FIELDS = 0x7b
const FIELDS_END = 0x7d

/** A list or a set of fields in brackets. Its further lines are indented more than `indent`. */
export function readFlow(cursor: Cursor, indent: number): unknown {
  const node = openCollection(cursor, cursor.at)
  const { bracket } = cursor
  cursor.bracket = cursor.at
  const list = cursor.text.charCodeAt(cursor.at) === LIST
  cursor.at += 1
  const data = list ? readItems(cursor, indent) : readFields(cursor, indent)
  cursor.at += 1
  cursor.bracket = bracket
  closeCollection(cursor, node)
  return data
}

/** Moves to the next word or sign inside the brackets. */
function skipInside(cursor: Cursor, indent: number): number {
  const { at } = cursor
  const crossed = skip(cursor)
  if (atEnd(cursor)) refuse(cursor.bracket, 'this bracket is not closed')
  if (crossed && (column(cursor) <= indent || cursor.text.slice(at, cursor.at).includes('\n#'))) {
    refuse(cursor.bracket, 'this bracket is not closed, or a line inside it is not indented enough')
  }
  return cursor.text.charCodeAt(cursor.at)
}

/** After an item: past a comma, or at the closing bracket. */
function nextItem(cursor: Cursor, indent: number, end: number): number {
  const code = skipInside(cursor, indent)
  if (code === end) return code
  if (code !== COMMA) refuse(cursor.at, 'a comma or a closing bracket is missing here')
  cursor.at += 1
  return skipInside(cursor, indent)
}

function readItems(cursor: Cursor, indent: number): readonly unknown[] {
  const data: unknown[] = []
  for (let code = skipInside(cursor, indent); code !== LIST_END; code = nextItem(cursor, indent, LIST_END)) {
    data.push(readValue(cursor, indent))
    if (skipInside(cursor, indent) === COLON)
      refuse(cursor.at, 'put braces around a field in a list: { field: value }')
  }
  return data
}

function readFields(cursor: Cursor, indent: number): unknown {
  const data: Record<string, unknown> = {}
  for (
    let code = skipInside(cursor, indent);
    code !== FIELDS_END;
    code = nextItem(cursor, indent, FIELDS_END)
  ) {
    const keyAt = cursor.at
    const key = readKey(cursor, indent)
    const node = cursor.nodes.starts.length
    const value = readFieldValue(cursor, indent, keyAt)
    addField(cursor, data, { key, keyAt, node, value })
  }
  return data
}

function readKey(cursor: Cursor, indent: number): string {
  const { at, line } = cursor
  const key = readWord(cursor, indent)
  if (cursor.line > line) refuse(at, 'a field stands on one line')
  return key
}

/** What follows the name of a field; nothing, when no colon does. */
function readFieldValue(cursor: Cursor, indent: number, keyAt: number): unknown {
  const { line } = cursor
  if (skipInside(cursor, indent) !== COLON) return addScalar(cursor, keyAt, null)
  if (cursor.line > line) refuse(cursor.at, 'a field and its colon stand on one line')
  cursor.at += 1
  const after = cursor.at
  const code = skipInside(cursor, indent)
  return code === COMMA || code === FIELDS_END ? addScalar(cursor, after, null) : readValue(cursor, indent)
}

function readValue(cursor: Cursor, indent: number): unknown {
  const { text, at } = cursor
  const code = text.charCodeAt(at)
  if (code === LIST || code === FIELDS) return readFlow(cursor, indent)
  if (code === 0x2a) return readAlias(cursor)
  if (code === 0x26) return readNamed(cursor, indent)
  if (code === 0x21) {
    const after = passTag(cursor)
    const next = skipInside(cursor, indent)
    return next === COMMA || next === LIST_END || next === FIELDS_END
      ? addScalar(cursor, after, null)
      : readValue(cursor, indent)
  }
  const word = readWord(cursor, indent)
  return addScalar(cursor, at, isQuote(code) ? word : plainValue(word))
}

function readNamed(cursor: Cursor, indent: number): unknown {
  const name = readName(cursor)
  if (!isGap(cursor.text.charCodeAt(cursor.at))) refuse(cursor.at, 'a value is missing after an anchor')
  const next = skipInside(cursor, indent)
  const isValue = next !== 0x26 && next !== 0x2a && (!isFlowSign(next) || next === LIST || next === FIELDS)
  if (!isValue) refuse(cursor.at, 'a value is missing after an anchor')
  return readAnchored(cursor, name, () => readValue(cursor, indent))
}

/** A text with or without quotes. */
function readWord(cursor: Cursor, indent: number): string {
  if (isQuote(cursor.text.charCodeAt(cursor.at))) return readQuoted(cursor, indent)
  checkPlainStart(cursor, true)
  return readPlain(cursor, plainEnd(cursor.text, cursor.at, true), indent, true)
}
