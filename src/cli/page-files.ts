import type { Guide } from '../core/model.ts'
import type { Io } from '../io/io.ts'
import type { Document } from '../view/document/document.ts'
import { type Page, pageLinks } from '../view/pages/export-pages.ts'
import type { LinkTo } from '../view/render/page-headings.ts'
import type { OutFile } from './output-files.ts'

export type PageFormat = 'markdown' | 'html'

type Render = (document: Document, linkTo: LinkTo, path: string) => string

/** Pages that link to each other, as files of one format. Only the renderer of the format is loaded. */
export async function pageFiles(
  io: Io,
  guide: Guide,
  pages: readonly Page[],
  format: PageFormat,
): Promise<readonly OutFile[]> {
  const files = pages.map((page) => ({ ...page, path: withEnding(page.path, format) }))
  const render: Render =
    format === 'html'
      ? await htmlRenderer(io, guide, files)
      : (await import('../view/render/to-markdown.ts')).toMarkdown
  const links = pageLinks(files)
  return files.map(({ path, document }) => ({ path, text: render(document, links(path), path) }))
}

function withEnding(path: string, format: PageFormat): string {
  return format === 'html' ? path.replace(/\.md$/, '.html') : path
}

async function htmlRenderer(io: Io, { language }: Guide, pages: readonly Page[]): Promise<Render> {
  const { toHtml } = await import('../view/render/html/to-html.tsx')
  const entries = pages.length === 1 ? [] : pages
  return (document, linkTo, current) =>
    toHtml(document, {
      language,
      linkTo,
      hash: io.hash,
      navigation: entries.map((page) => ({
        href: page.path,
        text: page.document.title,
        isCurrent: page.path === current,
      })),
    })
}
