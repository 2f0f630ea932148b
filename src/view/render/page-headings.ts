import GithubSlugger from 'github-slugger'
import { cleanText } from '../../text/clean-text.ts'
import type { Block, Document, Level } from '../document/document.ts'

/** The address of the heading with this id, in the same export; undefined without one. */
export type LinkTo = (id: string) => string | undefined

/** A heading of a page of Markdown or HTML. */
export type PageHeading = {
  readonly level: Level
  readonly text: string
  /** What GitHub makes its anchor of. */
  readonly slug: string
  readonly id?: string
}

/**
 * The headings of a page in order. Level 1 is used once and first, no level is skipped, and texts are unique: a
 * repeated one gets the name of a heading above it.
 */
export function pageHeadings(document: Document): readonly PageHeading[] {
  const levelled = levelHeadings(document)
  const counts = countBy(levelled.map((heading) => heading.text))
  const seenTexts = new Set<string>()
  const slugger = new GithubSlugger()
  return levelled.map(({ level, text, above, id }) => {
    const isShared = above.length > 0 && counts.get(text) !== 1
    const owner = isShared ? above.findLast((name) => counts.get(name) === 1) : undefined
    const unique = uniqueText(owner === undefined ? text : `${text}: ${owner}`, seenTexts)
    return { level, text: unique, slug: slugger.slug(unique), ...(id === undefined ? {} : { id }) }
  })
}

/** True when a page has its own first heading; otherwise the renderer adds the title. */
export function startsWithHeading(document: Document): boolean {
  return document.blocks[0]?.kind === 'heading'
}

type Levelled = {
  readonly level: Level
  readonly text: string
  /** The headings above it, from level 1 down. */
  readonly above: readonly string[]
  readonly id?: string
}

function levelHeadings(document: Document): readonly Levelled[] {
  const title: Block = { kind: 'heading', level: 1, text: document.title }
  const blocks = startsWithHeading(document) ? document.blocks : [title, ...document.blocks]
  const path: { readonly level: number; readonly text: string }[] = []
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return []
    const deepest = (path.at(-1)?.level ?? 0) + 1
    const level = index === 0 ? 1 : (Math.min(Math.max(2, block.level), deepest) as Level)
    while ((path.at(-1)?.level ?? 0) >= level) path.pop()
    const above = path.map((heading) => heading.text)
    const text = headingText(block.text)
    path.push({ level, text })
    return [
      {
        level,
        text,
        above,
        ...(block.id === undefined ? {} : { id: block.id }),
      },
    ]
  })
}

function headingText(text: string): string {
  const bare = cleanText(text).replace(/[\s.,;:!。，；：！]+$/u, '')
  return bare.trim() || 'Untitled'
}

function uniqueText(text: string, seen: Set<string>): string {
  let unique = text
  for (let time = 2; seen.has(unique); time += 1) unique = `${text} (${time})`
  seen.add(unique)
  return unique
}

function countBy(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
