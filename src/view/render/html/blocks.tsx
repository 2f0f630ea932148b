import type { ComponentChildren } from 'preact'
import { cleanText } from '../../../text/clean-text.ts'
import type { Block, Text } from '../../document/document.ts'
import { textLength } from '../../document/text-length.ts'
import type { PageHeading } from '../page-headings.ts'
import type { PageLinks } from '../to-markdown.ts'
import { IconArray } from './icon-array.tsx'
import { InlineText } from './inline.tsx'

type BlockOf<Name extends Block['kind']> = Extract<Block, { kind: Name }>
type Linked<Own> = { readonly block: Own; readonly links: PageLinks }

export function HeadingView({ heading, aside }: { heading: PageHeading; aside?: string | undefined }) {
  const Tag = `h${heading.level}` as const
  const title = <Tag id={heading.slug}>{heading.text}</Tag>
  if (aside === undefined || aside === '') return title
  return (
    <hgroup>
      {title}
      <p>{cleanText(aside)}</p>
    </hgroup>
  )
}

export function BlockView({ block, links }: Linked<Block>) {
  switch (block.kind) {
    case 'heading':
      return null
    case 'paragraph':
      return isEmpty(block.text) ? null : <p>{<InlineText text={block.text} links={links} />}</p>
    case 'list':
      return <List items={block.items} ordered={block.ordered === true} links={links} />
    case 'facts':
      return <Facts block={block} links={links} />
    case 'table':
      return <Table block={block} links={links} />
    case 'callout':
      return <Callout block={block} links={links} />
    case 'icon-array':
      return <IconArray block={block} />
    case 'write-in':
      return <WriteIn block={block} />
  }
}

function isEmpty(text: Text): boolean {
  return textLength(text) === 0
}

function List(props: { items: readonly Text[]; ordered: boolean; links: PageLinks }) {
  if (props.items.length === 0) return null
  const Tag = props.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {props.items.map((item) => (
        <li>
          <InlineText text={item} links={props.links} />
        </li>
      ))}
    </Tag>
  )
}

function Facts({ block, links }: Linked<BlockOf<'facts'>>) {
  if (block.rows.length === 0) return null
  return (
    <dl>
      {block.rows.map(({ label, value }) => (
        <div>
          <dt>{cleanText(label)}</dt>
          <dd>
            <InlineText text={value} links={links} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/**
 * Rows up to this size (longest cell times columns) are not split at a page end. Larger ones would leave much of a page
 * empty.
 */
const UNCUT_ROW = 1400

/** On a narrow screen each row becomes a list of its cells. */
function Table({ block, links }: Linked<BlockOf<'table'>>) {
  const cell = (text: Text, column: number): ComponentChildren => {
    const words = <InlineText text={text} links={links} />
    if (column > 0) return <td data-label={cleanText(block.head[column] ?? '')}>{words}</td>
    return <th scope="row">{words}</th>
  }
  return (
    <table class={`columns-${block.head.length}`}>
      <thead>
        <tr>
          {block.head.map((text) => (
            <th scope="col">{cleanText(text)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => {
          const longest = Math.max(0, ...row.map(textLength))
          return (
            <tr class={longest * block.head.length <= UNCUT_ROW ? 'uncut' : undefined}>
              {block.head.map((_, column) => cell(row[column] ?? '', column))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Callout({ block, links }: Linked<BlockOf<'callout'>>) {
  return (
    <div class={`callout ${block.tone}`}>
      <p class="label">{cleanText(block.label)}</p>
      {block.body.map((text) =>
        isEmpty(text) ? null : (
          <p>
            <InlineText text={text} links={links} />
          </p>
        ),
      )}
      <List items={block.items ?? []} ordered={false} links={links} />
    </div>
  )
}

function WriteIn({ block }: { readonly block: BlockOf<'write-in'> }) {
  return (
    <div class="write-in">
      <p>{cleanText(block.label)}:</p>
      {Array.from({ length: block.lines }, () => (
        <div class="line" />
      ))}
    </div>
  )
}
