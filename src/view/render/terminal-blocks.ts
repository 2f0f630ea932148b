import { textWidth, wrapText } from '../../text/wrap.ts'
import type { Block, Text } from '../document/document.ts'
import { iconGrid, isRounded, ROUNDED_NOTE } from '../document/icon-array.ts'
import { type Look, paintText, shown } from './terminal-style.ts'
import { factLines, tableLines } from './terminal-table.ts'

const INDENT = '  '
const WIDE = 60

/** Blocks as lines: one blank line between blocks, none between a heading and what it heads. */
export function terminalLines(blocks: readonly Block[], look: Look): readonly string[] {
  let above: Block['kind'] | undefined
  return blocks.flatMap((block) => {
    const own = blockLines(block, look)
    if (own.length === 0) return own
    const apart = above !== undefined && isApart(above, block, look)
    above = block.kind
    return apart ? ['', ...own] : own
  })
}

function isApart(above: Block['kind'], block: Block, look: Look): boolean {
  if (look.compact !== true) return above !== 'heading' || block.kind === 'heading'
  return block.kind === 'callout' || (block.kind === 'heading' && block.level === 2)
}

function blockLines(block: Block, look: Look): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block, look)
    case 'paragraph':
      return proseLines(block.text, look)
    case 'list':
      return listLines(block, look)
    case 'facts':
      return factLines(block.rows, look)
    case 'table':
      return tableLines(block, look)
    case 'callout':
      return calloutLines(block, look)
    case 'icon-array':
      return iconArrayLines(block, look)
    case 'write-in':
      return [
        ...proseLines(`${block.label}:`, look),
        ...Array<string>(block.lines).fill('_'.repeat(look.prose)),
      ]
  }
}

function proseLines(text: Text, look: Look): readonly string[] {
  const painted = paintText(text, look)
  return painted === '' ? [] : wrapText(painted, look.prose)
}

/** Levels 1 and 2 stand over a rule, 3 and 4 after a short one, so that a heading shows without colour. */
function headingLines(block: Extract<Block, { kind: 'heading' }>, look: Look): readonly string[] {
  const { glyphs, paint } = look
  if (look.compact === true) return compactHeading(block, look)
  const text = shown(block.text, look.unicode)
  if (block.level > 2) {
    const mark = `${glyphs.headingRule.repeat(block.level === 3 ? 2 : 1)} `
    const lines = wrapText(text, look.prose, mark, ' '.repeat(mark.length))
    return lines.map((line) => paint.strong(line))
  }
  const lines = wrapText(text, look.prose)
  const rule = block.level === 1 ? glyphs.titleRule : glyphs.headingRule
  const length = Math.min(look.width, Math.max(...lines.map(textWidth)))
  const colour = block.level === 1 ? paint.title : paint.heading
  return [...lines.map((line) => colour(line)), colour(rule.repeat(length))]
}

/** One bold line, with what stands beside it at its end; below it where there is no room. */
function compactHeading(block: Extract<Block, { kind: 'heading' }>, look: Look): readonly string[] {
  const { paint, prose } = look
  const own = shown(block.text, look.unicode)
  const text = block.level < 3 ? own.toUpperCase() : own
  const lines = wrapText(text, prose)
  const last = lines.at(-1) ?? ''
  const aside = shown(block.aside ?? '', look.unicode)
  const room = prose - textWidth(last) - textWidth(aside)
  const strong = lines.map((line) => paint.strong(line))
  if (aside === '') return strong
  if (room < 2) return [...strong, ...wrapText(aside, prose, INDENT).map((line) => paint.faint(line))]
  return [...strong.slice(0, -1), `${strong.at(-1)}${' '.repeat(room)}${paint.faint(aside)}`]
}

function listLines(block: Extract<Block, { kind: 'list' }>, look: Look): readonly string[] {
  const indent = look.width >= WIDE ? INDENT : ''
  const numberWidth = String(block.items.length).length
  return block.items.flatMap((item, index) => {
    const mark = block.ordered ? `${String(index + 1).padStart(numberWidth)}. ` : `${look.glyphs.bullet} `
    const first = indent + mark
    return wrapText(paintText(item, look), look.prose, first, ' '.repeat(first.length))
  })
}

function calloutLines(block: Extract<Block, { kind: 'callout' }>, look: Look): readonly string[] {
  const { glyphs, paint } = look
  const bar = paint.tone(block.tone, glyphs.bar)
  const label = wrapText(shown(block.label, look.unicode).toUpperCase(), look.prose - 2)
  const body = block.body.flatMap((text) => wrapText(paintText(text, look), look.prose - 2))
  const items = (block.items ?? []).flatMap((item) =>
    wrapText(paintText(item, look), look.prose - 2, `${glyphs.bullet} `, '  '),
  )
  return [
    ...label.map((line) => `${bar} ${paint.tone(block.tone, paint.strong(line))}`),
    ...[...body, ...items].map((line) => `${bar} ${line}`),
  ].map((line) => line.trimEnd())
}

function iconArrayLines(block: Extract<Block, { kind: 'icon-array' }>, look: Look): readonly string[] {
  const { icons } = look.glyphs
  const indent = look.width >= WIDE ? INDENT : ''
  const columns = look.width >= WIDE ? 20 : 10
  const drawings = block.rows.flatMap((row) => [
    ...wrapText(`${shown(row.label, look.unicode)}:`, look.prose, indent),
    ...iconGrid(row.count, columns, icons).map((line) => indent + line),
    '',
  ])
  const legend = [
    ...wrapText(`${icons.marked} ${shown(block.event, look.unicode)}`, look.prose, indent, `${indent}  `),
    ...wrapText(`${icons.other} ${shown(block.otherwise, look.unicode)}`, look.prose, indent, `${indent}  `),
  ]
  const note = isRounded(block.rows.map((row) => row.count)) ? wrapText(ROUNDED_NOTE, look.prose, indent) : []
  return [...proseLines(block.sentence, look), '', ...drawings, ...legend, ...note]
}
