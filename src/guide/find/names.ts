import type { Guide, Topic, TreatmentOption } from '../../core/model.ts'
import { toName } from './fold-name.ts'
import { nearest } from './nearest.ts'

export type NameFound =
  | { readonly kind: 'option'; readonly option: TreatmentOption }
  | { readonly kind: 'topic'; readonly topic: Topic }
  /** `nearest`: ids that may have been meant, best first. */
  | { readonly kind: 'none'; readonly nearest: () => readonly string[] }

/**
 * The option or topic that a name leads to: an id, a title or an alias, in any case, with spaces or dashes. An
 * option comes before a topic of the same name.
 */
export function findByName(guide: Guide, words: string): NameFound {
  const name = toName(words)
  const named = (thing: TreatmentOption | Topic) => namesOf(thing).includes(name)
  // Most names are ids; folding every alias takes longer than showing an option.
  const option = guide.options.find(({ id }) => id === name) ?? guide.options.find(named)
  if (option !== undefined) return { kind: 'option', option }
  const topic = guide.topics.find(named)
  if (topic !== undefined) return { kind: 'topic', topic }
  return { kind: 'none', nearest: () => nearestIds(guide, name) }
}

/** Every name of the guide, folded, and the option or topic that it leads to: `option-nsaids`, `topic-medications`. */
export function pageNames(guide: Guide): Readonly<Record<string, string>> {
  const names = [...guide.options, ...guide.topics].flatMap(namesOf)
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = findByName(guide, name)
      if (found.kind === 'none') return []
      return [[name, found.kind === 'option' ? `option-${found.option.id}` : `topic-${found.topic.id}`]]
    }),
  )
}

function namesOf({ id, title, aliases }: TreatmentOption | Topic): readonly string[] {
  return [id, title, ...aliases].map(toName)
}

function nearestIds(guide: Guide, name: string): readonly string[] {
  const idOf = new Map<string, string>()
  for (const thing of [...guide.options, ...guide.topics]) {
    for (const known of namesOf(thing)) if (!idOf.has(known)) idOf.set(known, thing.id)
  }
  const near = nearest(name, idOf.keys(), idOf.size).map((known) => idOf.get(known) ?? known)
  return [...new Set(near)].slice(0, 3)
}
