import { asciiMarks, cleanText } from '../../text/clean-text.ts'
import { wrapText } from '../../text/wrap.ts'
import type { Block, BlockOf, Document, Fact, Inline, Text } from '../document/document.ts'
import { MARK_WORD } from './terminal-style.ts'

type PlainStyle = { readonly width: number; readonly unicode: boolean }

/** Indent of the further lines of a long fact. */
const CONTINUED = '  '
const RUNNING_TEXT: readonly Block['kind'][] = ['heading', 'paragraph', 'icon-array']

/**
 * A document as plain lines without drawing or colour, at most one fact a line, ending in a line break. Facts longer
 * than `style.width` continue in indented lines.
 */
export function toPlain(document: Document, style: PlainStyle): string {
  const lines: string[] = []
  let above: Block['kind'] | undefined
  for (const block of document.blocks) {
    const facts = plainFacts(block)
    if (facts.length === 0) continue
    if (above !== undefined && (above !== 'heading' || block.kind === 'heading')) lines.push('')
    const indent = RUNNING_TEXT.includes(block.kind) ? '' : CONTINUED
    lines.push(
      ...facts.flatMap((fact) =>
        continuedLines(style.unicode ? fact : asciiMarks(fact), style.width, indent),
      ),
    )
    above = block.kind
  }
  return `${lines.join('\n')}\n`
}

function continuedLines(fact: string, width: number, indent: string): readonly string[] {
  const [first = '', ...rest] = wrapText(fact, width)
  // The first line keeps the full width, so what follows it is wrapped again for the indented ones.
  return rest.length === 0 ? [first] : [first, ...wrapText(rest.join(' '), width, indent)]
}

function plainFacts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [cleanText([block.text, block.aside ?? ''].filter(Boolean).join(': ')).trim()]
    case 'paragraph':
      return [plainText(block.text)].filter((text) => text !== '')
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${plainText(item)}`)
    case 'facts':
      return block.rows.map((row) => labelled(marked(row), row.value))
    case 'table':
      return block.rows.flatMap((row, index) => [
        ...(index === 0 ? [] : ['']),
        plainText(row[0] ?? ''),
        ...block.head.slice(1).map((label, column) => labelled(label, row[column + 1] ?? '')),
      ])
    case 'callout':
      return calloutFacts(block)
    case 'icon-array':
      return [cleanText(block.sentence).trim()]
    case 'write-in':
      return [`${cleanText(block.label).trim()}:`]
  }
}

/** A callout with one text takes one line; a longer one is below its label. */
function calloutFacts({ label, body, items = [] }: BlockOf<'callout'>): readonly string[] {
  const [only = '', ...more] = body
  const name = cleanText(label).trim().toUpperCase()
  if (more.length === 0 && items.length === 0) return [labelled(name, only)]
  return [name, ...body.map(plainText), ...items.map((item) => `- ${plainText(item)}`)]
}

function marked({ label, mark }: Fact): string {
  return mark === undefined ? label : `${MARK_WORD[mark]} ${label}`
}

function labelled(label: string, value: Text): string {
  return `${cleanText(label).trim()}: ${plainText(value)}`.trim()
}

function plainText(text: Text): string {
  const whole = typeof text === 'string' ? cleanText(text) : text.map(plainInline).join('')
  return whole.trim()
}

function plainInline(part: Inline): string {
  if (typeof part === 'string') return cleanText(part)
  if ('strong' in part) return cleanText(part.strong)
  if ('code' in part) return cleanText(part.code)
  if ('faint' in part) return cleanText(part.faint)
  if ('mark' in part) return part.decorative ? '' : MARK_WORD[part.mark]
  if ('ref' in part || 'source' in part) return cleanText(part.text)
  if ('url' in part) return cleanText(part.url)
  return cleanText(`[${part.cite.join(', ')}]`)
}
