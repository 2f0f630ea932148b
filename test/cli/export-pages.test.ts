import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lint } from 'markdownlint/sync'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Block, Inline } from '../../src/view/document/document.ts'
import { guidePages, pageLinks } from '../../src/view/pages/export-pages.ts'
import { pageHeadings } from '../../src/view/render/page-headings.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'nextline-pages-'))
const pages = () =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)

/** GitHub's name for a heading, to link to. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/\\/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

const nodesOf = (node: Nodes): readonly Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
]
const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

/** The inline parts of a block, in the order in which they are shown. */
function inlinesOf(block: Block): readonly Inline[] {
  const texts = (() => {
    switch (block.kind) {
      case 'paragraph':
        return [block.text]
      case 'list':
        return block.items
      case 'facts':
        return block.rows.map(({ value }) => value)
      case 'table':
        return block.rows.flat()
      case 'callout':
        return [...block.body, ...(block.items ?? [])]
      default:
        return []
    }
  })()
  return texts.flat()
}

describe('the exported facet-joint guide', () => {
  beforeAll(async () => {
    await run(['export', '--out', folder])
  })

  it('goes to stdout as one page with --out -, as without --out', async () => {
    expect(await run(['export', 'nsaids', '--out', '-'])).toEqual(await run(['export', 'nsaids']))
  })

  it('is valid to a markdown linter, but for the length of lines', () => {
    const found = lint({ strings: Object.fromEntries(pages()), config: { default: true, MD013: false } })
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([])
  })

  it('has no link that leads nowhere', () => {
    const anchors = new Map(
      pages().map(([name, text]) => [
        name,
        new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => slug(title))),
      ]),
    )
    const links = pages().flatMap(([name, text]) =>
      [...text.matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)].map(([, page, anchor = '']) => ({
        page: page === '' || page === undefined ? name : decodeURIComponent(page),
        anchor: decodeURIComponent(anchor),
      })),
    )
    expect(links.length).toBeGreaterThan(500)
    expect(links.filter(({ page, anchor }) => !anchors.get(page)?.has(anchor))).toEqual([])
  })

  it('has for a CommonMark parser the headings, tables and links that its pages were made of', () => {
    const parsed = (text: string) =>
      fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
    const made = guidePages(facetJoint(), 'clinician')
    const links = pageLinks(made)
    for (const { path, document } of made) {
      const linkTo = links(path)
      const tree = parsed(readFileSync(join(folder, path), 'utf8'))
      const found = nodesOf(tree)
      const blocks = document.blocks
      expect(found.filter(({ type }) => type === 'heading').map(textOf), path).toEqual(
        pageHeadings(document).map(({ text }) => text),
      )
      expect(found.filter(({ type }) => type === 'table').length, path).toBe(
        blocks.filter(({ kind }) => kind === 'table').length,
      )
      const made = blocks.flatMap(inlinesOf).flatMap((part): readonly (string | undefined)[] => {
        if (typeof part !== 'object') return []
        if ('ref' in part) return [linkTo(part.ref)]
        if ('cite' in part) return part.cite.map((id) => linkTo(`sources#${id}`))
        if ('source' in part) return [linkTo(`sources#${part.source}`)]
        return 'url' in part ? [part.url] : []
      })
      const linked = found.flatMap((node) => ('url' in node ? [node.url] : []))
      expect(linked, path).toEqual(made.filter((url) => url !== undefined))
    }
  })
})
