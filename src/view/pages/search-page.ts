import type { Hit } from '../../guide/find/search/search.ts'
import { heading, paragraph } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { fitScreen, NOTICE_LINE, screenPage } from './screen.ts'

const MOST_HITS = 8
const FEWEST_HITS = 4

/** Search results, best first: as many as fit one screen, or all. */
export function searchPage(words: string, hits: readonly Hit[], all: boolean): Document {
  if (all) return page(words, hits, hits.length)
  const most = Math.min(hits.length, MOST_HITS)
  const counts = Array.from({ length: Math.max(1, most - FEWEST_HITS + 1) }, (_, fewer) => most - fewer)
  return fitScreen(counts.map((count) => () => page(words, hits, count)))
}

function page(words: string, hits: readonly Hit[], count: number): Document {
  const more = count < hits.length ? `${count} of ${hits.length} shown; the rest: --all. ` : ''
  return screenPage(`Search: ${words}`, [
    heading(1, `Search: ${words}`),
    ...hits.slice(0, count).flatMap(hitBlocks),
    paragraph({ faint: `${more}${NOTICE_LINE}` }),
  ])
}

function hitBlocks({ kind, title, where, excerpt, command }: Hit, index: number): readonly Block[] {
  const name = where === undefined ? title : `${title} \u203A ${where}`
  const label = kind === 'warning' ? `Warning sign: ${name}` : name
  return [heading(3, `${index + 1} ${label}`, { aside: command }), paragraph(excerpt)]
}
