import type { Guide } from '../core/model.ts'
import type { Io } from '../io/io.ts'
import type { Document } from '../view/document/document.ts'
import { type Page, pageLinks } from '../view/pages/export-pages.ts'
import type { PageLinks } from '../view/render/to-markdown.ts'
import type { OutFile } from './output-files.ts'

export type PageFormat = 'markdown' | 'html'

type PageFile = { readonly path: string; readonly text: string }
type Render = (document: Document, links: PageLinks, path: string) => string

/** Pages that link to each other, as files of one format. */
export async function pageFiles(
  io: Io,
  guide: Guide,
  pages: readonly Page[],
  format: PageFormat,
): Promise<readonly OutFile[]> {
  const files = pages.map((page) => ({ ...page, path: withEnding(page.path, format) }))
  const entries =
    files.length === 1 ? [] : files.map(({ path, document }) => ({ path, text: document.title }))
  const render = await renderer(io, guide, format, entries)
  const links = pageLinks(files)
  return files.map(({ path, document }) => ({ path, text: render(document, links(path), path) }))
}

function withEnding(path: string, format: PageFormat): string {
  return format === 'html' ? path.replace(/\.md$/, '.html') : path
}

/** Only the renderer of the format is loaded. */
async function renderer(
  io: Io,
  guide: Guide,
  format: PageFormat,
  entries: readonly PageFile[],
): Promise<Render> {
  if (format === 'markdown') {
    const { toMarkdown } = await import('../view/render/to-markdown.ts')
    return toMarkdown
  }
  const { toHtml } = await import('../view/render/html/to-html.tsx')
  return (document, links, current) =>
    toHtml(document, {
      language: guide.language,
      links,
      hash: io.hash,
      navigation: entries.map(({ path, text }) => ({ href: path, text, isCurrent: path === current })),
    })
}
