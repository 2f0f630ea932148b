import type { BlockContent, ListItem, RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type Options, toMarkdown as serialize } from 'mdast-util-to-markdown'
import { cleanText } from '../../text/clean-text.ts'
import type { Block, BlockOf, Document, Text } from '../document/document.ts'
import { iconGrid, isRounded, ROUNDED_NOTE, UNICODE_ICONS } from '../document/icon-array.ts'
import { phrasing, strong } from './markdown-inline.ts'
import { type LinkTo, pageHeadings, startsWithHeading } from './page-headings.ts'

const NO_LINKS: LinkTo = () => undefined

/** Markup beyond CommonMark that GitHub and others read: bare addresses, strikethrough, formulas, directives. */
const BEYOND_COMMONMARK: NonNullable<Options['unsafe']> = [
  { character: '.', before: '[Ww]', after: '[^\\s*]', inConstruct: 'phrasing' },
  // A look ahead, or the second of two colons would be passed over.
  { character: ':', after: '(?=[^\\s*])', inConstruct: 'phrasing' },
  { character: '@', inConstruct: 'phrasing' },
  { character: '~', inConstruct: 'phrasing' },
  { character: '$', inConstruct: 'phrasing' },
  { character: '|', inConstruct: 'phrasing' },
]

const STYLE: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  incrementListMarker: true,
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), { unsafe: BEYOND_COMMONMARK }],
}

/**
 * A document as GitHub-flavoured Markdown, ending in a line break. It passes markdownlint's default rules but for line
 * length. All text is escaped. Citations link to `sources#<id>` if that resolves.
 */
export function toMarkdown(document: Document, linkTo: LinkTo = NO_LINKS): string {
  return serialize({ type: 'root', children: [...nodesOf(document, linkTo)] }, STYLE)
}

function nodesOf(document: Document, linkTo: LinkTo): readonly RootContent[] {
  const headings = pageHeadings(document)
  const title = startsWithHeading(document) ? 0 : 1
  const nodes: RootContent[] = headings.slice(0, title).map(headingNode)
  let next = title
  for (const block of document.blocks) {
    const heading = block.kind === 'heading' ? headings[next++] : undefined
    const added = [...(heading === undefined ? [] : [headingNode(heading)]), ...blockNodes(block, linkTo)]
    for (const node of added) append(nodes, node)
  }
  return nodes
}

/** Merges adjacent quotes, and separates adjacent lists by an empty comment. */
function append(nodes: RootContent[], node: RootContent): void {
  const above = nodes.at(-1)
  if (above?.type === 'blockquote' && node.type === 'blockquote') above.children.push(...node.children)
  else if (above?.type === 'list' && node.type === 'list')
    nodes.push({ type: 'html', value: '<!-- -->' }, node)
  else nodes.push(node)
}

function headingNode({ level, text }: { readonly level: 1 | 2 | 3 | 4; readonly text: string }): RootContent {
  return { type: 'heading', depth: level, children: [{ type: 'text', value: text }] }
}

function blockNodes(block: Block, linkTo: LinkTo): readonly BlockContent[] {
  switch (block.kind) {
    case 'heading':
      // Inside the heading it would become part of the anchor.
      return block.aside === undefined ? [] : paragraphs(block.aside, linkTo)
    case 'paragraph':
      return paragraphs(block.text, linkTo)
    case 'list':
      return listNodes(
        block.items.map((item) => paragraphs(item, linkTo)),
        block.ordered === true,
      )
    case 'facts':
      return listNodes(block.rows.map(({ label, value }) => labelled(label, value, linkTo)))
    case 'table':
      return [tableNode(block, linkTo)]
    case 'callout':
      return [calloutNode(block, linkTo)]
    case 'icon-array':
      return [...paragraphs(block.sentence, linkTo), drawing(block)]
    case 'write-in':
      return writeInNodes(block)
  }
}

/** Empty for empty text. A paragraph of only strong text would look like a heading, so it becomes plain. */
function paragraphs(text: Text, linkTo: LinkTo): readonly BlockContent[] {
  const only = typeof text === 'string' || text.length !== 1 ? undefined : text[0]
  const children = phrasing(typeof only === 'object' && 'strong' in only ? only.strong : text, linkTo)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

function labelled(label: string, value: Text, linkTo: LinkTo): readonly BlockContent[] {
  const name = strong(`${cleanText(label).trim()}:`)
  const words = phrasing(value, linkTo)
  return [
    {
      type: 'paragraph',
      children: words.length === 0 ? name : [...name, { type: 'text', value: ' ' }, ...words],
    },
  ]
}

function listNodes(items: readonly (readonly BlockContent[])[], ordered = false): readonly BlockContent[] {
  const children: ListItem[] = items.map((item) => ({ type: 'listItem', spread: false, children: [...item] }))
  return children.length === 0 ? [] : [{ type: 'list', ordered, spread: false, children }]
}

function tableNode(table: BlockOf<'table'>, linkTo: LinkTo): BlockContent {
  const row = (cells: readonly Text[]) => ({
    type: 'tableRow' as const,
    children: table.head.map((_, column) => ({
      type: 'tableCell' as const,
      children: phrasing(cells[column] ?? '', linkTo),
    })),
  })
  return { type: 'table', children: [row(table.head), ...table.rows.map(row)] }
}

function calloutNode(callout: BlockOf<'callout'>, linkTo: LinkTo): BlockContent {
  const [first = '', ...rest] = callout.body
  const items = (callout.items ?? []).map((item) => paragraphs(item, linkTo))
  return {
    type: 'blockquote',
    children: [
      ...labelled(callout.label, first, linkTo),
      ...rest.flatMap((text) => paragraphs(text, linkTo)),
      ...listNodes(items),
    ],
  }
}

function drawing(block: BlockOf<'icon-array'>): BlockContent {
  const drawings = block.rows.flatMap((row) => [
    `${cleanText(row.label).trim()}:`,
    ...iconGrid(row.count, 20, UNICODE_ICONS),
  ])
  const legend = [
    `${UNICODE_ICONS.marked} ${cleanText(block.event).trim()}`,
    `${UNICODE_ICONS.other} ${cleanText(block.otherwise).trim()}`,
  ]
  const note = isRounded(block.rows.map((row) => row.count)) ? [ROUNDED_NOTE] : []
  return { type: 'code', lang: 'text', value: [...drawings, ...legend, ...note].join('\n') }
}

const WRITTEN_LINE = '_'.repeat(40)

/** Each line to write on is its own paragraph, because Markdown joins lines. */
function writeInNodes({ label, lines }: BlockOf<'write-in'>): readonly BlockContent[] {
  const more = Array.from({ length: Math.max(0, lines - 1) }, () => paragraphs(WRITTEN_LINE, NO_LINKS))
  return [...labelled(label, WRITTEN_LINE, NO_LINKS), ...more.flat()]
}
