import type { ComponentChildren } from 'preact'
import { cleanText } from '../../../text/clean-text.ts'
import type { Block, BlockOf, Text } from '../../document/document.ts'
import { textLength } from '../../document/text-length.ts'
import type { LinkTo, PageHeading } from '../page-headings.ts'
import { IconArray } from './icon-array.tsx'
import { InlineText } from './inline.tsx'

type Linked<B> = { readonly block: B; readonly linkTo: LinkTo }

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

export function BlockView({ block, linkTo }: Linked<Block>) {
  switch (block.kind) {
    case 'heading':
      return null
    case 'paragraph':
      return isEmpty(block.text) ? null : <p>{<InlineText text={block.text} linkTo={linkTo} />}</p>
    case 'list':
      return <List items={block.items} ordered={block.ordered === true} linkTo={linkTo} />
    case 'facts':
      return <Facts block={block} linkTo={linkTo} />
    case 'table':
      return <Table block={block} linkTo={linkTo} />
    case 'callout':
      return <Callout block={block} linkTo={linkTo} />
    case 'icon-array':
      return <IconArray block={block} />
    case 'write-in':
      return <WriteIn block={block} />
  }
}

function isEmpty(text: Text): boolean {
  return textLength(text) === 0
}

function List(props: { items: readonly Text[]; ordered: boolean; linkTo: LinkTo }) {
  if (props.items.length === 0) return null
  const Tag = props.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {props.items.map((item) => (
        <li>
          <InlineText text={item} linkTo={props.linkTo} />
        </li>
      ))}
    </Tag>
  )
}

function Facts({ block, linkTo }: Linked<BlockOf<'facts'>>) {
  if (block.rows.length === 0) return null
  return (
    <dl>
      {block.rows.map(({ label, value }) => (
        <div>
          <dt>{cleanText(label)}</dt>
          <dd>
            <InlineText text={value} linkTo={linkTo} />
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
function Table({ block, linkTo }: Linked<BlockOf<'table'>>) {
  const cell = (text: Text, column: number): ComponentChildren => {
    const words = <InlineText text={text} linkTo={linkTo} />
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

function Callout({ block, linkTo }: Linked<BlockOf<'callout'>>) {
  return (
    <div class={`callout ${block.tone}`}>
      <p class="label">{cleanText(block.label)}</p>
      {block.body.map((text) =>
        isEmpty(text) ? null : (
          <p>
            <InlineText text={text} linkTo={linkTo} />
          </p>
        ),
      )}
      <List items={block.items ?? []} ordered={false} linkTo={linkTo} />
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
