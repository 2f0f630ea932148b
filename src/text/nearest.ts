import { distance } from 'fastest-levenshtein'

/**
 * Candidates similar to `word`, best first: those that begin with it, and those in which at most one letter in `share`
 * differs. Two neighbouring letters that are swapped count as one.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3, share = 3): readonly string[] {
  if (word.length > LONGEST) return []
  const typed = word.toLowerCase()
  const scored: { readonly candidate: string; readonly score: number }[] = []
  for (const candidate of new Set(candidates)) {
    const score = closeness(typed, candidate.toLowerCase(), share)
    if (score !== undefined) scored.push({ candidate, score })
  }
  // The sort is stable: equals keep the order of the guide.
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

/** A sentence that offers near names, after a space; empty when there are none. */
export function didYouMean(near: readonly string[]): string {
  return near.length === 0 ? '' : ` Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
}

/** The end of a sentence that offers one near name. */
export function orMeant(near: string | undefined, otherwise = '.'): string {
  return near === undefined ? otherwise : `; did you mean "${near}"?`
}

/** Longer words are not compared, because that is slow. */
const LONGEST = 64

function closeness(typed: string, candidate: string, share: number): number | undefined {
  const edits = isSwap(typed, candidate) ? 1 : distance(typed, candidate)
  const longer = Math.max(typed.length, candidate.length)
  if (edits <= Math.max(1, Math.floor(longer / share))) return edits
  return typed.length >= 3 && candidate.startsWith(typed) ? longer : undefined
}

/** True when two neighbouring letters are swapped, the most common typing error: `nsiads` for `nsaids`. */
function isSwap(typed: string, candidate: string): boolean {
  const position = [...typed].findIndex((letter, index) => letter !== candidate[index])
  const swapped =
    typed.slice(0, position) + (typed[position + 1] ?? '') + typed[position] + typed.slice(position + 2)
  return position >= 0 && swapped === candidate
}
