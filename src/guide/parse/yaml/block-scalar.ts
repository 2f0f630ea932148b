import { type Cursor, lineEnd, refuse, SPACE, TAB } from './cursor.ts'

const HEADER = /([|>])([1-9]?)([-+]?)([1-9]?)(?:[ \t]+#[^\n]*|[ \t]*)(?=\n|$)/y

type Line = { readonly indent: number; readonly content: string }

/** A text after `|` or `>`, in lines that are indented more than `indent`. */
export function readBlockScalar(cursor: Cursor, indent: number): string {
  const { text, at } = cursor
  HEADER.lastIndex = at
  const [header = '', style, before = '', chomp = '', after = ''] = HEADER.exec(text) ?? []
  if (header === '' || (before !== '' && after !== ''))
    refuse(at, 'this is no beginning of a text: | or > alone')
  const given = Number(before || after)
  const lines = linesOf(cursor, at + header.length + 1, indent, given)
  const first = lines.findIndex(isFull)
  if (first < 0) return chomp === '+' ? '\n'.repeat(lines.length) : ''
  const base = given > 0 ? Math.max(indent, 0) + given : (lines[first]?.indent ?? 0)
  const last = lines.findLastIndex(isFull)
  if (lines.slice(last).some((line) => !isFull(line) && line.indent > base)) {
    refuse(at, 'the empty lines after this text hold more spaces than its indent: take them out')
  }
  const empty = lines.slice(0, first).map((line) => `${spaces(line, base)}\n`)
  const body = lines.slice(first, last + 1)
  const value = style === '|' ? literal(body, base) : folded(body, base)
  return empty.join('') + value + ending(lines.length - 1 - last, chomp)
}

function isFull({ content }: Line): boolean {
  return content !== ''
}

function literal(lines: readonly Line[], base: number): string {
  return lines.map((line) => spaces(line, base) + line.content).join('\n')
}

function ending(emptyLines: number, chomp: string): string {
  if (chomp === '-') return ''
  return '\n'.repeat(chomp === '+' ? emptyLines + 1 : 1)
}

function spaces({ indent }: Line, base: number): string {
  return ' '.repeat(Math.max(0, indent - base))
}

/** The lines of the text, and the cursor after them. */
function linesOf(cursor: Cursor, from: number, indent: number, given: number): readonly Line[] {
  const { text } = cursor
  const lines: Line[] = []
  let base = given > 0 ? Math.max(indent, 0) + given : undefined
  let widest = 0
  let line = from
  while (line < text.length) {
    let first = line
    while (text.charCodeAt(first) === SPACE) first += 1
    const end = lineEnd(text, first)
    const empty = end === first
    if (!empty && first - line < (base ?? indent + 1)) {
      if (text.charCodeAt(first) === TAB) refuse(first, 'a line begins with a tab: indent with spaces')
      break
    }
    if (!empty && base === undefined) {
      base = first - line
      if (widest > base) refuse(line, 'empty lines before a text are indented more than the text')
    }
    if (empty) widest = Math.max(widest, first - line)
    // Spaces at the end of the file, without a line end after them, are no line.
    if (empty && end === text.length) {
      if (first - line > (base ?? 0)) refuse(line, 'spaces end the file: take them out')
      line = end
      break
    }
    lines.push({ indent: first - line, content: text.slice(first, end) })
    line = end + 1
  }
  cursor.at = Math.min(line, text.length)
  cursor.line = cursor.at
  return lines
}

/** Lines joined by spaces; empty lines and lines indented further keep their line ends. */
function folded(lines: readonly Line[], base: number): string {
  let value = ''
  let separator = ''
  let further = false
  for (const line of lines) {
    const { content } = line
    if (line.indent > base || content.startsWith('\t')) {
      if (separator === ' ') separator = '\n'
      else if (!further && separator === '\n') separator = '\n\n'
      value += separator + spaces(line, base) + content
      separator = '\n'
      further = true
    } else if (content === '') {
      if (separator === '\n') value += '\n'
      else separator = '\n'
    } else {
      value += separator + content
      separator = ' '
      further = false
    }
  }
  return value
}
