import { distance } from 'fastest-levenshtein'

const MOST = 5

/**
 * Words of the guide that are similar to a typed word, nearest first: one or two letters differ, or it is a prefix. A
 * different first letter counts more.
 */
export function nearWords(typed: string, known: Iterable<string>): readonly string[] {
  if (typed.length < 4) return []
  const most = typed.length < 8 ? 1 : 2
  const near: { readonly word: string; readonly distanceTo: number }[] = []
  for (const word of new Set(known)) {
    if (word.startsWith('=') || word.length < 4 || Math.abs(word.length - typed.length) > 3) continue
    const edits = Math.abs(word.length - typed.length) <= most ? distance(word, typed) : most + 1
    if (edits <= most) near.push({ word, distanceTo: edits + (word[0] === typed[0] ? 0 : 0.5) })
    else if (word.startsWith(typed)) near.push({ word, distanceTo: 1.2 })
  }
  return near
    .sort((a, b) => a.distanceTo - b.distanceTo)
    .slice(0, MOST)
    .map(({ word }) => word)
}
