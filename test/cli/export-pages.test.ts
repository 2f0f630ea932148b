import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lint } from 'markdownlint/sync'
import { beforeAll, describe, expect, it } from 'vitest'
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

describe('the exported facet-joint guide', () => {
  beforeAll(async () => {
    await run(['export', '--out', folder])
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

  it('carries the notice on every page', () => {
    for (const [name, text] of pages()) expect(text, name).toContain('not a diagnosis')
  })
})
