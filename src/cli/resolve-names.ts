import type { Guide, Topic, TreatmentOption } from '../core/model.ts'
import { findByName } from '../guide/find/names.ts'
import { nearest } from '../guide/find/nearest.ts'
import { UsageFailure } from '../io/failure.ts'

export type Found =
  | { readonly kind: 'option'; readonly option: TreatmentOption }
  | { readonly kind: 'topic'; readonly topic: Topic }

/**
 * The option or topic that the words name. `alsoKnown` are commands that the first word may have been meant to be.
 * Throws UsageFailure with the nearest names when there is none.
 */
export function findNamed(guide: Guide, words: string, alsoKnown: readonly string[] = []): Found {
  const found = findByName(guide, words)
  if (found.kind !== 'none') return found
  const [first = ''] = words.split(' ')
  const near = [...nearest(first, alsoKnown, 1), ...found.nearest()]
  const meant = near.length === 0 ? '' : ` Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
  throw new UsageFailure(
    `this guide has no topic or option "${words}".${meant}`,
    'See all names: nextline topics. Look inside the texts: nextline search <words>.',
  )
}

/** The options that several names lead to, a topic standing for all of its own; each option once, in that order. */
export function findOptions(guide: Guide, names: readonly string[]): readonly TreatmentOption[] {
  const named = resolveNames(guide, names).flatMap((found) =>
    found.kind === 'option' ? [found.option] : guide.options.filter(({ topic }) => topic === found.topic.id),
  )
  return [...new Set(named)]
}

/** Names given as separate words: all of them together when that is one name, otherwise each by itself. */
export function resolveNames(guide: Guide, names: readonly string[]): readonly Found[] {
  const together = findByName(guide, names.join(' '))
  return together.kind === 'none' ? names.map((name) => findNamed(guide, name)) : [together]
}
