import { render } from 'preact-render-to-string'
import { cleanText } from '../../../text/clean-text.ts'
import type { Block, Document } from '../../document/document.ts'
import { type LinkTo, type PageHeading, pageHeadings, startsWithHeading } from '../page-headings.ts'
import { BlockView, HeadingView } from './blocks.tsx'
import { IconPatterns } from './icon-array.tsx'
import { STYLE } from './style.ts'

type HtmlPage = {
  /** The language of the text, as in a guide: "en-GB". */
  readonly language: string
  readonly linkTo: LinkTo
  /** Pages of the same export, for the navigation. */
  readonly navigation?: readonly {
    readonly href: string
    readonly text: string
    readonly isCurrent: boolean
  }[]
  /** SHA-256 in hexadecimal. */
  readonly hash: (text: string) => string
}

/**
 * A document as one self-contained page of HTML: no script, no request, enforced by a security policy. Preact escapes
 * the text.
 */
export function toHtml(document: Document, page: HtmlPage): string {
  const headings = pageHeadings(document)
  const html = render(
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy(page.hash)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{headings[0]?.text ?? cleanText(document.title)}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body class={document.layout === 'sheet' ? 'sheet' : 'page'}>
        <a class="skip" href="#main">
          Skip to the text
        </a>
        <Navigation pages={page.navigation ?? []} />
        <IconPatterns />
        <main id="main">
          <Blocks document={document} headings={headings} linkTo={page.linkTo} />
        </main>
      </body>
    </html>,
  )
  return `<!doctype html>\n${html}\n`
}

/** Nothing may be loaded, run or sent. The style is allowed by its hash, the empty icon as data. */
function policy(hash: HtmlPage['hash']): string {
  const style = Buffer.from(hash(STYLE), 'hex').toString('base64')
  return `default-src 'none'; style-src 'sha256-${style}'; img-src data:; base-uri 'none'; form-action 'none'`
}

function Navigation({ pages }: { readonly pages: NonNullable<HtmlPage['navigation']> }) {
  if (pages.length === 0) return null
  return (
    <nav aria-label="Pages of this guide">
      <ul>
        {pages.map(({ href, text, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? 'page' : undefined}>
              {cleanText(text)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Blocks(props: {
  readonly document: Document
  readonly headings: readonly PageHeading[]
  readonly linkTo: LinkTo
}) {
  const { document, headings, linkTo } = props
  const [title] = headings
  const titleView =
    startsWithHeading(document) || title === undefined ? [] : [<HeadingView heading={title} />]
  let next = titleView.length
  const view = (block: Block) => {
    if (block.kind !== 'heading') return <BlockView block={block} linkTo={linkTo} />
    const heading = headings[next++]
    return heading && <HeadingView heading={heading} aside={block.aside} />
  }
  return (
    <>
      {titleView}
      {document.blocks.map(view)}
    </>
  )
}
