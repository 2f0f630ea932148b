import { readBlockScalar } from './block-scalar.ts'
import {
  atEnd,
  COLON,
  type Cursor,
  column,
  DASH,
  endLine,
  isGap,
  isQuote,
  refuse,
  SPACE,
  skip,
} from './cursor.ts'
import { readFlow } from './flow.ts'
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
import { checkPlainStart, plainEnd, plainValue, readPlain, readQuoted, trimmedEnd } from './scalars.ts'

/** Where a value stands: on the line of its field, where no list or set of fields begins; after a dash; on its own line. */
type Stand = 'field' | 'dash' | 'line'

/** A longer word before a colon is no field. */
const LONGEST_KEY = 1024

/** A value in block style, and on to the next word or sign. Its lines are indented more than `indent`. */
export function readBlock(cursor: Cursor, indent: number, stand: Stand): unknown {
  switch (cursor.text.charCodeAt(cursor.at)) {
    case 0x7c:
    case 0x3e: {
      const { at } = cursor
      const text = addScalar(cursor, at, readBlockScalar(cursor, indent))
      skip(cursor)
      return text
    }
    case 0x5b:
    case 0x7b:
      return endLine(cursor, readFlow(cursor, indent))
    case 0x2a:
      return endLine(cursor, readAlias(cursor))
    case 0x26:
      return readNamed(cursor, indent)
    case 0x21:
      return readTagged(cursor, indent, stand)
    case DASH:
      if (isDash(cursor)) return readItems(cursor, stand)
      return readText(cursor, indent, stand)
    default:
      return readText(cursor, indent, stand)
  }
}

function readNamed(cursor: Cursor, indent: number): unknown {
  const name = readName(cursor)
  const after = cursor.at
  if (!isGap(cursor.text.charCodeAt(after))) refuse(after, 'a space is missing after an anchor')
  const crossed = skip(cursor)
  const code = cursor.text.charCodeAt(cursor.at)
  if (code === 0x26 || code === 0x2a) refuse(cursor.at, 'a value is missing after an anchor')
  if (atEnd(cursor) || (crossed && column(cursor) <= indent))
    refuse(after, 'a value is missing after an anchor')
  return readAnchored(cursor, name, () => readBlock(cursor, indent, crossed ? 'line' : 'field'))
}

/** A tag is a fault; what it stands before is read. */
function readTagged(cursor: Cursor, indent: number, stand: Stand): unknown {
  const after = passTag(cursor)
  const crossed = skip(cursor)
  const empty = atEnd(cursor) || (crossed && column(cursor) <= indent)
  return empty ? addScalar(cursor, after, null) : readBlock(cursor, indent, crossed ? 'line' : stand)
}

function readText(cursor: Cursor, indent: number, stand: Stand): unknown {
  const { text, at, line } = cursor
  const quoted = isQuote(text.charCodeAt(at)) ? readQuoted(cursor, indent) : undefined
  if (quoted === undefined) checkPlainStart(cursor, false)
  const end = quoted === undefined ? plainEnd(text, at, false) : cursor.at
  if (isColon(text, end)) {
    if (stand === 'field') refuse(end, 'a colon and a space stand inside this text: put it in quotes')
    cursor.at = at
    cursor.line = line
    return readFields(cursor)
  }
  const value = quoted ?? plainValue(readPlain(cursor, end, indent, false))
  return endLine(cursor, addScalar(cursor, at, value))
}

/** Whether a colon follows that ends the name of a field. */
function isColon(text: string, end: number): boolean {
  const at = pastSpaces(text, end)
  return text.charCodeAt(at) === COLON && isGap(text.charCodeAt(at + 1))
}

function pastSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at += 1
  return at
}

function isDash({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === DASH && isGap(text.charCodeAt(at + 1))
}

function readItems(cursor: Cursor, stand: Stand): unknown {
  if (stand === 'field') refuse(cursor.at, 'a list begins on a line of its own, under its field')
  const own = column(cursor)
  const node = openCollection(cursor, cursor.at)
  const data: unknown[] = []
  while (column(cursor) === own && isDash(cursor)) {
    cursor.at += 1
    const after = cursor.at
    const crossed = skip(cursor)
    if (cursor.tabs && !crossed && cursor.text.slice(after, cursor.at).includes('\t')) {
      refuse(after, 'a tab follows a dash: write a space')
    }
    const empty = atEnd(cursor) || (crossed && column(cursor) <= own)
    data.push(empty ? addScalar(cursor, after, null) : readBlock(cursor, own, crossed ? 'line' : 'dash'))
  }
  closeCollection(cursor, node)
  return data
}

function readFields(cursor: Cursor): unknown {
  const own = column(cursor)
  const collection = openCollection(cursor, cursor.at)
  const data: Record<string, unknown> = {}
  while (!atEnd(cursor) && column(cursor) === own) {
    const keyAt = cursor.at
    const key = readKey(cursor)
    const node = cursor.nodes.starts.length
    const value = readFieldValue(cursor, own)
    addField(cursor, data, { key, keyAt, node, value })
  }
  if (!atEnd(cursor) && column(cursor) > own) {
    refuse(cursor.at, 'this line is indented more than the fields above it')
  }
  closeCollection(cursor, collection)
  return data
}

/** The name of a field, and on past its colon. */
function readKey(cursor: Cursor): string {
  const { text, at, line } = cursor
  const quoted = isQuote(text.charCodeAt(at)) ? readQuoted(cursor, -1) : undefined
  if (cursor.line > line) refuse(at, 'a field stands on one line')
  if (quoted === undefined) checkPlainStart(cursor, false)
  const end = quoted === undefined ? plainEnd(text, at, false) : cursor.at
  if (!isColon(text, end)) refuse(at, 'a field is missing here, or the colon and the space after it')
  const colon = pastSpaces(text, end)
  if (colon - at > LONGEST_KEY) refuse(at, 'this field is too long')
  cursor.at = colon + 1
  return quoted ?? text.slice(at, trimmedEnd(text, at, end))
}

function readFieldValue(cursor: Cursor, own: number): unknown {
  const after = cursor.at
  const crossed = skip(cursor)
  if (atEnd(cursor)) return addScalar(cursor, after, null)
  if (!crossed) return readBlock(cursor, own, 'field')
  if (column(cursor) > own) return readBlock(cursor, own, 'line')
  return column(cursor) === own && isDash(cursor) ? readItems(cursor, 'line') : addScalar(cursor, after, null)
}
