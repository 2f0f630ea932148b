import { textWidth, wrapText } from '../../text/wrap.ts'
import type { Block, BlockOf, Text } from '../document/document.ts'
import { iconGrid, isRounded, ROUNDED_NOTE } from '../document/icon-array.ts'
import { paintText, printable, type RenderStyle, WIDE } from './terminal-style.ts'
import { factLines, tableLines } from './terminal-table.ts'

const INDENT = '  '

/** Blocks as lines: one blank line between blocks, none between a heading and what it heads. */
export function terminalLines(blocks: readonly Block[], style: RenderStyle): readonly string[] {
  let above: Block['kind'] | undefined
  return blocks.flatMap((block) => {
    const lines = blockLines(block, style)
    if (lines.length === 0) return lines
    const apart = above !== undefined && isApart(above, block, style)
    above = block.kind
    return apart ? ['', ...lines] : lines
  })
}

function isApart(above: Block['kind'], block: Block, style: RenderStyle): boolean {
  if (style.compact !== true) return above !== 'heading' || block.kind === 'heading'
  return block.kind === 'callout' || (block.kind === 'heading' && block.level === 2)
}

function blockLines(block: Block, style: RenderStyle): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block, style)
    case 'paragraph':
      return proseLines(block.text, style)
    case 'list':
      return listLines(block, style)
    case 'facts':
      return factLines(block.rows, style)
    case 'table':
      return tableLines(block, style)
    case 'callout':
      return calloutLines(block, style)
    case 'icon-array':
      return iconArrayLines(block, style)
    case 'write-in':
      return [
        ...proseLines(`${block.label}:`, style),
        ...Array<string>(block.lines).fill('_'.repeat(style.prose)),
      ]
  }
}

function proseLines(text: Text, style: RenderStyle): readonly string[] {
  const painted = paintText(text, style)
  return painted === '' ? [] : wrapText(painted, style.prose)
}

/** Levels 1 and 2 are underlined, 3 and 4 have a short rule in front, so that headings show without colour. */
function headingLines(block: BlockOf<'heading'>, style: RenderStyle): readonly string[] {
  const { glyphs, paint } = style
  if (style.compact === true) return compactHeading(block, style)
  const text = printable(block.text, style.unicode)
  if (block.level > 2) {
    const mark = `${glyphs.headingRule.repeat(block.level === 3 ? 2 : 1)} `
    const lines = wrapText(text, style.prose, mark, ' '.repeat(mark.length))
    return lines.map((line) => paint.strong(line))
  }
  const lines = wrapText(text, style.prose)
  const rule = block.level === 1 ? glyphs.titleRule : glyphs.headingRule
  const length = Math.min(style.width, Math.max(...lines.map(textWidth)))
  const colour = block.level === 1 ? paint.title : paint.heading
  return [...lines.map((line) => colour(line)), colour(rule.repeat(length))]
}

/** One bold line with the aside at its end, or below it without room. */
function compactHeading(block: BlockOf<'heading'>, style: RenderStyle): readonly string[] {
  const { paint, prose } = style
  const title = printable(block.text, style.unicode)
  const text = block.level < 3 ? title.toUpperCase() : title
  const lines = wrapText(text, prose)
  const last = lines.at(-1) ?? ''
  const aside = printable(block.aside ?? '', style.unicode)
  const gap = prose - textWidth(last) - textWidth(aside)
  const strong = lines.map((line) => paint.strong(line))
  if (aside === '') return strong
  if (gap < 2) return [...strong, ...wrapText(aside, prose, INDENT).map((line) => paint.faint(line))]
  return [...strong.slice(0, -1), `${strong.at(-1)}${' '.repeat(gap)}${paint.faint(aside)}`]
}

function listLines(block: BlockOf<'list'>, style: RenderStyle): readonly string[] {
  const indent = style.width >= WIDE ? INDENT : ''
  const numberWidth = String(block.items.length).length
  return block.items.flatMap((item, index) => {
    const mark = block.ordered ? `${String(index + 1).padStart(numberWidth)}. ` : `${style.glyphs.bullet} `
    const first = indent + mark
    return wrapText(paintText(item, style), style.prose, first, ' '.repeat(first.length))
  })
}

function calloutLines(block: BlockOf<'callout'>, style: RenderStyle): readonly string[] {
  const { glyphs, paint } = style
  const bar = paint.tone(block.tone, glyphs.bar)
  const label = wrapText(printable(block.label, style.unicode).toUpperCase(), style.prose - 2)
  const body = block.body.flatMap((text) => wrapText(paintText(text, style), style.prose - 2))
  const items = (block.items ?? []).flatMap((item) =>
    wrapText(paintText(item, style), style.prose - 2, `${glyphs.bullet} `, '  '),
  )
  return [
    ...label.map((line) => `${bar} ${paint.tone(block.tone, paint.strong(line))}`),
    ...[...body, ...items].map((line) => `${bar} ${line}`),
  ].map((line) => line.trimEnd())
}

function iconArrayLines(block: BlockOf<'icon-array'>, style: RenderStyle): readonly string[] {
  const { icons } = style.glyphs
  const indent = style.width >= WIDE ? INDENT : ''
  const columns = style.width >= WIDE ? 20 : 10
  const drawings = block.rows.flatMap((row) => [
    ...wrapText(`${printable(row.label, style.unicode)}:`, style.prose, indent),
    ...iconGrid(row.count, columns, icons).map((line) => indent + line),
    '',
  ])
  const legend = [
    ...wrapText(
      `${icons.marked} ${printable(block.event, style.unicode)}`,
      style.prose,
      indent,
      `${indent}  `,
    ),
    ...wrapText(
      `${icons.other} ${printable(block.otherwise, style.unicode)}`,
      style.prose,
      indent,
      `${indent}  `,
    ),
  ]
  const note = isRounded(block.rows.map((row) => row.count))
    ? wrapText(ROUNDED_NOTE, style.prose, indent)
    : []
  return [...proseLines(block.sentence, style), '', ...drawings, ...legend, ...note]
}
