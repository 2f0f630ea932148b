import { fitText, textWidth, wrapText } from '../../text/wrap.ts'
import type { BlockOf, Fact } from '../document/document.ts'
import { MARK_TONE, markSign, paintText, printable, type RenderStyle, WIDE } from './terminal-style.ts'

type Table = BlockOf<'table'>

const GAP = '  '
/** Narrower columns are hard to read, so rows become lists. */
const NARROWEST_PROSE = 24
const NARROWEST_NAMES = 12
/** The share of the width that labels may take. */
const WIDEST_LABELS = 0.35

/** Facts in two columns when wide; label over value when narrow, or when a word is too long for its column. */
export function factLines(rows: readonly Fact[], style: RenderStyle): readonly string[] {
  const labels = rows.map(({ label, mark }, index) => {
    if (style.compact === true && label === rows[index - 1]?.label) return ''
    return printable(mark === undefined ? label : `${markSign(mark, style.unicode)} ${label}`, style.unicode)
  })
  const paints = rows.map(({ mark }) => (text: string) => {
    const strong = style.paint.strong(text)
    return mark === undefined || text === '' ? strong : style.paint.tone(MARK_TONE[mark], strong)
  })
  const values = rows.map(({ value }) => paintText(value, style))
  return factWriter(labels, style, style.width >= WIDE && style.compact !== true ? GAP : '', paints)(values)
}

/** Returns a function that writes values beside the same labels. */
function factWriter(
  labels: readonly string[],
  style: RenderStyle,
  indent: string,
  paints: readonly ((text: string) => string)[] = [],
): (values: readonly string[]) => readonly string[] {
  const { prose, paint } = style
  const widest = Math.max(0, ...labels.map(textWidth))
  const column = Math.min(widest, Math.floor(prose * WIDEST_LABELS))
  const valueWidth = prose - indent.length - column - GAP.length
  const paintLabel = (line: string, index: number) => (paints[index] ?? paint.strong)(line)
  const padded = (line: string, index: number) =>
    `${indent}${paintLabel(line, index)}${' '.repeat(column - textWidth(line))}${GAP}`
  const beside = labels.map((label, index) =>
    style.width >= WIDE ? fitText(label, column)?.map((line) => padded(line, index)) : undefined,
  )
  const blank = ' '.repeat(prose - valueWidth)
  return (values) =>
    values.flatMap((value, index) => {
      const names = beside[index]
      const lines = names && fitText(value, valueWidth)
      if (names && lines) {
        return Array.from({ length: Math.max(names.length, lines.length) }, (_, line) =>
          ((names[line] ?? blank) + (lines[line] ?? '')).trimEnd(),
        )
      }
      return [
        ...wrapText(labels[index] ?? '', prose, indent)
          .filter((line) => line !== '')
          .map((line) => paintLabel(line, index)),
        ...wrapText(value, prose, `${indent}${GAP}`),
      ]
    })
}

/** Columns if they are wide enough, otherwise one list a row under its first cell. */
export function tableLines(table: Table, style: RenderStyle): readonly string[] {
  const head = table.head.map((text) => printable(text, style.unicode))
  const rows = table.rows.map((row) => head.map((_, column) => paintText(row[column] ?? '', style)))
  const widths = columnWidths([head, ...rows], style.width)
  if (widths === undefined) return rowLists(head, rows, style)
  return columnLines([head, ...rows], { widths, numbers: table.numbers === true }, style)
}

/**
 * Column widths: the natural width of small columns, an equal share of the rest for others. Undefined when a column
 * would be too narrow.
 */
function columnWidths(cells: readonly (readonly string[])[], width: number): readonly number[] | undefined {
  const count = cells[0]?.length ?? 0
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...cells.map((row) => textWidth(row[column] ?? ''))),
  )
  const available = width - GAP.length * (count - 1)
  if (natural.reduce((sum, width) => sum + width, 0) <= available) return natural
  if (width < WIDE) return undefined
  const widths = shareWidth(natural, available)
  const isReadable = widths.every((width, column) => {
    const least = column === 0 ? NARROWEST_NAMES : NARROWEST_PROSE
    const fits = width >= least || width === natural[column]
    return fits && cells.every((row) => fitText(row[column] ?? '', width) !== undefined)
  })
  return isReadable ? widths : undefined
}

function shareWidth(natural: readonly number[], available: number): readonly number[] {
  const settled = new Map<number, number>()
  for (;;) {
    const remaining = available - [...settled.values()].reduce((sum, width) => sum + width, 0)
    const open = natural.flatMap((width, column) => (settled.has(column) ? [] : [{ width, column }]))
    const share = Math.floor(remaining / Math.max(1, open.length))
    const small = open.filter(({ width }) => width <= share)
    if (small.length === 0) return natural.map((_, column) => settled.get(column) ?? share)
    for (const { width, column } of small) settled.set(column, width)
  }
}

type Columns = { readonly widths: readonly number[]; readonly numbers: boolean }

function columnLines(
  [head = [], ...rows]: readonly (readonly string[])[],
  columns: Columns,
  style: RenderStyle,
): readonly string[] {
  const { widths } = columns
  const body = rows.map((row) => rowLines(row, columns, style.paint.strong))
  const isTall = body.some((lines) => lines.length > 1)
  const rule = widths.map((width) => style.glyphs.headingRule.repeat(width)).join(GAP)
  return [
    ...rowLines(head, columns, style.paint.strong),
    style.paint.faint(rule),
    ...body.flatMap((lines, index) =>
      isTall && index > 0 && style.compact !== true ? ['', ...lines] : lines,
    ),
  ]
}

function rowLines(
  row: readonly string[],
  { widths, numbers }: Columns,
  paintName: (text: string) => string,
): readonly string[] {
  const cells = row.map((cell, column) => wrapText(cell, widths[column] ?? 1))
  const height = Math.max(0, ...cells.map((cell) => cell.length))
  const last = cells.length - 1
  const lines: string[] = []
  for (let line = 0; line < height; line += 1) {
    let text = ''
    for (let column = 0; column <= last; column += 1) {
      const cell = cells[column]?.[line] ?? ''
      const space = ' '.repeat((widths[column] ?? 0) - textWidth(cell))
      if (column === 0) text += paintName(cell) + space
      else text += numbers ? space + cell : cell + space
      if (column < last) text += GAP
    }
    lines.push(text.trimEnd())
  }
  return lines
}

function rowLists(
  [, ...labels]: readonly string[],
  rows: readonly (readonly string[])[],
  style: RenderStyle,
): readonly string[] {
  const write = factWriter(labels, style, GAP)
  return rows.flatMap((row, index) => {
    const name = wrapText(row[0] ?? '', style.prose).map((line) => style.paint.strong(line))
    const facts = write(row.slice(1))
    return index === 0 ? [...name, ...facts] : ['', ...name, ...facts]
  })
}
