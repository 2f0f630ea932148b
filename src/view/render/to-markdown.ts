import { cleanText } from '../../text/clean-text.ts'
import type { Block, Document, Fact, Inline, Text } from '../document/document.ts'
import { iconGrid, isRounded, ROUNDED_NOTE, UNICODE_ICONS } from '../document/icon-array.ts'
import { autolink, codeSpan, escapeStart, escapeWords, fencedText } from './markdown-escape.ts'
import { type PageHeading, pageHeadings, startsWithHeading } from './markdown-headings.ts'
import { MARK_WORD } from './terminal-style.ts'

export type MarkdownLinks = {
  /** The address of a place in the guide (a heading's id), or undefined when there is none to link to. */
  readonly resolveRef: (ref: string) => string | undefined
}

const NO_LINKS: MarkdownLinks = { resolveRef: () => undefined }

/**
 * A document as GitHub-flavoured Markdown, ending in a line break. It passes markdownlint's default rules but for the
 * line length, and all text of the guide is escaped: none of it can become markup. A citation links to
 * `sources#<id>` where that resolves.
 */
export function toMarkdown(document: Document, links: MarkdownLinks = NO_LINKS): string {
  const headings = pageHeadings(document)
  const title = startsWithHeading(document) ? [] : headings.slice(0, 1).map(headingLine)
  let next = title.length
  let page = title.join('')
  let above: Block | undefined
  for (const block of document.blocks) {
    const heading = block.kind === 'heading' ? headings[next++] : undefined
    const lines =
      heading === undefined ? blockLines(block, links) : [headingLine(heading), ...asideLines(block)]
    if (lines.length === 0) continue
    page += (page === '' ? '' : gap(above, block)) + lines.join('\n')
    above = block
  }
  return `${page}\n`
}

/**
 * What stands between two blocks. Quotes that follow each other are one quote to Markdown, so they are joined as one;
 * lists that follow each other would be one list, so an empty comment parts them.
 */
function gap(above: Block | undefined, below: Block): string {
  if (above?.kind === 'callout' && below.kind === 'callout') return '\n>\n'
  return isList(above) && isList(below) ? '\n\n<!-- -->\n\n' : '\n\n'
}

function isList(block: Block | undefined): boolean {
  return block?.kind === 'list' || block?.kind === 'facts'
}

function headingLine(heading: PageHeading): string {
  const text = escapeWords(heading.text).replace(/#/g, '\\#')
  return `${'#'.repeat(heading.level)} ${escapeStart(text)}`
}

/** What stands beside a heading comes below it: in the heading it would be part of every link to it. */
function asideLines(block: Block): readonly string[] {
  const aside = block.kind === 'heading' && block.aside !== undefined ? blockText(block.aside, NO_LINKS) : ''
  return aside === '' ? [] : ['', aside]
}

function blockLines(block: Block, links: MarkdownLinks): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return nonEmpty(blockText(block.text, links))
    case 'list':
      return block.items.map((item, index) => {
        const mark = block.ordered ? `${index + 1}.` : '-'
        return `${mark} ${blockText(item, links)}`.trimEnd()
      })
    case 'facts':
      return block.rows.map((row) => labelled(marked(row), inlineText(row.value, links)))
    case 'table':
      return tableLines(block, links)
    case 'callout':
      return calloutLines(block, links)
    case 'icon-array':
      return iconArrayLines(block)
    case 'write-in':
      return writeInLines(block)
  }
}

function nonEmpty(line: string): readonly string[] {
  return line === '' ? [] : [line]
}

function marked({ label, mark }: Fact): string {
  return mark === undefined ? label : `${MARK_WORD[mark]} ${label}`
}

function labelled(label: string, value: string): string {
  return `- **${escapeWords(label).trim()}:** ${value}`.trimEnd()
}

/** Text that stands at the start of a block. Text that is nothing but strong would look like a heading: it is not. */
function blockText(text: Text, links: MarkdownLinks): string {
  const only = typeof text === 'string' || text.length !== 1 ? undefined : text[0]
  const bare = typeof only === 'object' && 'strong' in only ? only.strong : text
  return escapeStart(inlineText(bare, links))
}

function inlineText(text: Text, links: MarkdownLinks): string {
  const parts = typeof text === 'string' ? [text] : text
  return parts
    .map((part, index) => (runTogether(parts[index - 1], part) ? ' ' : '') + inline(part, links))
    .join('')
    .trim()
}

/** Whether two marks would meet and read as one: a closing fence and an opening one. */
function runTogether(before: Inline | undefined, part: Inline): boolean {
  if (typeof before !== 'object' || typeof part !== 'object') return false
  return ('code' in before && 'code' in part) || ('strong' in before && 'strong' in part)
}

function inline(part: Inline, links: MarkdownLinks): string {
  if (typeof part === 'string') return escapeWords(part)
  if ('strong' in part) return strong(part.strong)
  if ('faint' in part) return escapeWords(part.faint)
  if ('mark' in part) return escapeWords(MARK_WORD[part.mark])
  if ('code' in part) return codeSpan(part.code)
  if ('url' in part) return autolink(part.url)
  if ('ref' in part) return link(part.text, links.resolveRef(part.ref))
  return `\\[${part.cite.map((id) => link(id, links.resolveRef(`sources#${id}`))).join(', ')}\\]`
}

function strong(text: string): string {
  const words = escapeWords(text).trim()
  return words === '' ? '' : `**${words}**`
}

function link(text: string, address: string | undefined): string {
  const words = escapeWords(text).trim()
  return address === undefined || words === '' ? words : `[${words}](${address})`
}

function tableLines(table: Extract<Block, { kind: 'table' }>, links: MarkdownLinks): readonly string[] {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`
  const body = table.rows.map((cells) =>
    table.head.map((_, column) => inlineText(withoutPiped(cells[column] ?? ''), links)),
  )
  const head = table.head.map((cell) => escapeWords(cell).trim())
  return [row(head), row(head.map(() => '---')), ...body.map(row)]
}

/** In a table a `|` ends the cell even inside code, so code that holds one is shown as words. */
function withoutPiped(cell: Text): Text {
  if (typeof cell === 'string') return cell
  return cell.map((part) =>
    typeof part === 'object' && 'code' in part && part.code.includes('|') ? part.code : part,
  )
}

function calloutLines(callout: Extract<Block, { kind: 'callout' }>, links: MarkdownLinks): readonly string[] {
  const [first = '', ...rest] = callout.body
    .map((text) => blockText(text, links))
    .filter((line) => line !== '')
  const label = `**${escapeWords(callout.label).trim()}:** ${first}`.trimEnd()
  const items = (callout.items ?? []).map((item) => `- ${blockText(item, links)}`)
  const lines = [label, ...rest.flatMap((line) => ['', line]), ...(items.length === 0 ? [] : ['', ...items])]
  return lines.map((line) => `> ${line}`.trimEnd())
}

function iconArrayLines(block: Extract<Block, { kind: 'icon-array' }>): readonly string[] {
  const drawings = block.rows.flatMap((row) => [
    `${cleanText(row.label).trim()}:`,
    ...iconGrid(row.count, 20, UNICODE_ICONS),
  ])
  const legend = [
    `${UNICODE_ICONS.marked} ${cleanText(block.event).trim()}`,
    `${UNICODE_ICONS.other} ${cleanText(block.otherwise).trim()}`,
  ]
  const note = isRounded(block.rows.map((row) => row.count)) ? [ROUNDED_NOTE] : []
  return [
    escapeStart(escapeWords(block.sentence).trim()),
    '',
    ...fencedText([...drawings, ...legend, ...note]),
  ]
}

const WRITTEN_LINE = '\\_'.repeat(40)

/** Each line to write on is a paragraph of its own: lines of one paragraph would run together. */
function writeInLines({ label, lines }: Extract<Block, { kind: 'write-in' }>): readonly string[] {
  const [first = WRITTEN_LINE, ...rest] = Array<string>(lines).fill(WRITTEN_LINE)
  return [`**${escapeWords(label).trim()}:** ${first}`, ...rest.flatMap((line) => ['', line])]
}
