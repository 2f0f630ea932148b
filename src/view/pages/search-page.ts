import type { Guide } from '../../core/model.ts'
import { heading, list, notice, paragraph } from '../document/blocks.ts'
import type { Document, Inline } from '../document/document.ts'

/** One place in a guide that matches what was searched for. `where` names the part of it, when that is known. */
export type SearchHit = {
  readonly kind: 'topic' | 'option' | 'faq' | 'tip' | 'term' | 'source' | 'question'
  readonly id: string
  readonly title: string
  readonly excerpt: string
  readonly where?: string
}

const KIND_WORDS: Readonly<Record<SearchHit['kind'], string>> = {
  topic: 'topic',
  option: 'option',
  faq: 'question people ask',
  tip: 'tip',
  term: 'word explained',
  source: 'source',
  question: 'question of the walkthrough',
}

/** What was found, best first, each with the words around the match and what to type to read on. */
export function searchView(guide: Guide, words: string, hits: readonly SearchHit[]): Document {
  const title = `Found for: ${words}`
  const none = paragraph('Nothing in this guide matches. Try fewer or other words, or see ', {
    code: 'nextline topics',
  })
  return {
    title,
    blocks: [heading(1, title), ...(hits.length === 0 ? [none] : list(hits.map(hitText))), notice(guide)],
  }
}

function hitText(hit: SearchHit): readonly Inline[] {
  const command = readCommand(hit)
  const kind = hit.where === undefined ? KIND_WORDS[hit.kind] : `${KIND_WORDS[hit.kind]}, ${hit.where}`
  return [
    { strong: hit.title },
    ` (${kind}): ${hit.excerpt}`,
    ...(command === undefined ? [] : [' Read: ', { code: command }]),
  ]
}

function readCommand(hit: SearchHit): string | undefined {
  switch (hit.kind) {
    case 'topic':
    case 'option':
      return `nextline show ${hit.id}`
    case 'faq':
      return 'nextline faq'
    case 'tip':
      return 'nextline tips'
    case 'source':
      return `nextline sources ${hit.id}`
    case 'term':
    case 'question':
      return undefined
  }
}
