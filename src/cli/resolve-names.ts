import type { Guide, TreatmentOption } from '../core/model.ts'
import { findByName, type GuidePart } from '../guide/find/names.ts'
import { UsageFailure } from '../io/failure.ts'
import { didYouMean, nearest } from '../text/nearest.ts'

/**
 * The option or topic that the words name.
 * @throws UsageFailure with similar names when there is none
 */
export function findPart(guide: Guide, words: string): GuidePart {
  const part = findByName(guide, words)
  if (part.kind === 'option' || part.kind === 'topic') return part
  throw unknownName(words, part.kind === 'none' ? part.nearest() : [])
}

export function unknownName(words: string, near: readonly string[]): UsageFailure {
  return new UsageFailure(
    `this guide has no topic or option "${shortened(words)}".${didYouMean(near)}`,
    'See all names: nextline topics. Look inside the texts: nextline search <words>.',
  )
}

/** What was typed, short enough to be repeated. */
export function shortened(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 57)}...`
}

/** Similar names, commands included, best first. One letter in `share` may differ. */
export function nearestNames(
  guide: Guide,
  words: string,
  commands: readonly string[] = [],
  share?: number,
): readonly string[] {
  const [first = ''] = words.split(' ')
  const part = findByName(guide, words)
  return [...nearest(first, commands, 1, share), ...(part.kind === 'none' ? part.nearest(share) : [])]
}

/** The named options and those of named topics, each once, in that order; without words all options. */
export function findOptions(guide: Guide, words: readonly string[]): readonly TreatmentOption[] {
  if (words.length === 0) return guide.options
  return [...new Set(findParts(guide, words).flatMap((part) => optionsOfPart(guide, part)))]
}

export function optionsOfPart(guide: Guide, part: GuidePart): readonly TreatmentOption[] {
  if (part.kind === 'option') return [part.option]
  return guide.options.filter(({ topic }) => topic === part.topic.id)
}

/**
 * Names separated by commas, else the longest names in a row of words (`physical therapy acupuncture`).
 * @throws UsageFailure with similar names for unknown words
 */
export function findParts(guide: Guide, words: readonly string[]): readonly GuidePart[] {
  const groups = words
    .join(' ')
    .split(',')
    .map((group) => group.split(' ').filter((word) => word !== ''))
  return groups.filter((group) => group.length > 0).flatMap((group) => namedParts(guide, group))
}

function namedParts(guide: Guide, words: readonly string[]): readonly GuidePart[] {
  const parts: GuidePart[] = []
  for (let start = 0; start < words.length; ) {
    const count = namedLength(guide, words.slice(start))
    parts.push(findPart(guide, words.slice(start, start + count).join(' ')))
    start += count
  }
  return parts
}

const MOST_WORDS = 8

/** The most words at the start that make a name; 1 when none do. */
function namedLength(guide: Guide, words: readonly string[]): number {
  for (let count = Math.min(words.length, MOST_WORDS); count > 1; count -= 1) {
    const { kind } = findByName(guide, words.slice(0, count).join(' '))
    if (kind === 'option' || kind === 'topic') return count
  }
  return 1
}
