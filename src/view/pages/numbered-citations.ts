import type { Guide, SourceId } from '../../core/model.ts'
import type { Block, Inline, Text } from '../document/document.ts'
import { shortReference } from '../text/citation.ts'

/** Replaces citations by numbers in order of appearance, and returns the numbered list. */
export function numberCitations(
  guide: Guide,
  blocks: readonly Block[],
): { readonly blocks: readonly Block[]; readonly sources: readonly Block[] } {
  const numbers = new Map<SourceId, number>()
  const numberOf = (id: SourceId) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
  const text = (cell: Text): Text => (typeof cell === 'string' ? cell : cell.map(inline))
  const inline = (part: Inline): Inline =>
    typeof part === 'object' && 'cite' in part
      ? {
          faint: `[${part.cite
            .map(numberOf)
            .sort((a, b) => a - b)
            .join(', ')}]`,
        }
      : part
  const numbered = blocks.map((block) => mapTexts(block, text))
  const items = [...numbers.keys()].map((id): Text => [{ faint: shortReference(guide, id) }])
  return { blocks: numbered, sources: items.length === 0 ? [] : [{ kind: 'list', ordered: true, items }] }
}

function mapTexts(block: Block, map: (text: Text) => Text): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: map(block.text) }
    case 'list':
      return { ...block, items: block.items.map(map) }
    case 'facts':
      return { ...block, rows: block.rows.map(({ label, value }) => ({ label, value: map(value) })) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(map)) }
    case 'callout':
      return {
        ...block,
        body: block.body.map(map),
        ...(block.items === undefined ? {} : { items: block.items.map(map) }),
      }
    case 'heading':
    case 'icon-array':
    case 'write-in':
      return block
  }
}
