import type { Inline, Text } from './document.ts'

/** The number of characters that a text shows. */
export function textLength(text: Text): number {
  const parts = typeof text === 'string' ? [text] : text
  return parts.map(shownText).join('').trim().length
}

function shownText(part: Inline): string {
  if (typeof part === 'string') return part
  return 'cite' in part ? `[${part.cite.join(', ')}]` : (Object.values(part).at(-1) ?? '')
}
