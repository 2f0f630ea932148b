import type { PhrasingContent } from 'mdast'
import { cleanText } from '../../text/clean-text.ts'
import type { Inline, Text } from '../document/document.ts'
import type { LinkTo } from './page-headings.ts'
import { MARK_WORD } from './terminal-style.ts'

/** Inline text without spaces at its ends. */
export function phrasing(text: Text, linkTo: LinkTo): PhrasingContent[] {
  const parts = typeof text === 'string' ? [text] : text
  const nodes = parts.flatMap((part, index) => [
    ...(runTogether(parts[index - 1], part) ? [{ type: 'text' as const, value: ' ' }] : []),
    ...inline(part, linkTo),
  ])
  return trimmed(nodes)
}

/** True for two adjacent marks that would be read as one. */
function runTogether(before: Inline | undefined, part: Inline): boolean {
  if (typeof before !== 'object' || typeof part !== 'object') return false
  return ('code' in before && 'code' in part) || ('strong' in before && 'strong' in part)
}

function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const above = joined.at(-1)
    if (node.type === 'text' && above?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: above.value + node.value }
    else joined.push(node)
  }
  const cut = joined.map((node, index) => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === joined.length - 1 ? start.trimEnd() : start }
  })
  return cut.filter((node) => node.type !== 'text' || node.value !== '')
}

function inline(part: Inline, linkTo: LinkTo): readonly PhrasingContent[] {
  if (typeof part === 'string') return words(part)
  if ('strong' in part) return strong(part.strong)
  if ('faint' in part) return words(part.faint)
  if ('mark' in part) return part.decorative ? [] : words(MARK_WORD[part.mark])
  if ('code' in part) return code(part.code)
  if ('url' in part) return address(part.url)
  if ('ref' in part) return link(part.text, linkTo(part.ref))
  if ('source' in part) return link(part.text, linkTo(`sources#${part.source}`))
  const cited = part.cite.flatMap((id, index) => [
    ...words(index === 0 ? '' : ', '),
    ...link(id, linkTo(`sources#${id}`)),
  ])
  return [...words('['), ...cited, ...words(']')]
}

function words(text: string): readonly PhrasingContent[] {
  return [{ type: 'text', value: cleanText(text) }]
}

export function strong(text: string): PhrasingContent[] {
  const value = cleanText(text).trim()
  return value === '' ? [] : [{ type: 'strong', children: [{ type: 'text', value }] }]
}

function code(text: string): readonly PhrasingContent[] {
  const value = cleanText(text).trim()
  return value === '' ? [] : [{ type: 'inlineCode', value }]
}

function link(text: string, url: string | undefined): readonly PhrasingContent[] {
  const value = cleanText(text).trim()
  if (url === undefined || value === '') return words(value)
  return [{ type: 'link', url, children: [{ type: 'text', value }] }]
}

/** A link, or code when it is not a web address. */
function address(url: string): readonly PhrasingContent[] {
  const address = cleanText(url).trim()
  if (!/^https?:\/\/\S+$/i.test(address)) return code(address)
  const safe = address.replace(/[<>\\`|]/g, (mark) => encodeURIComponent(mark))
  return [{ type: 'link', url: safe, children: [{ type: 'text', value: safe }] }]
}
