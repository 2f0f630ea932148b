import type { AnswerChoice, Guide, Question, Topic, TreatmentOption } from '../../core/model.ts'
import { NONE, UNSURE } from '../../core/model.ts'
import { nearest } from '../../text/nearest.ts'
import { foldName } from './fold-name.ts'

export type NameTarget =
  | { readonly kind: 'option'; readonly option: TreatmentOption }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'question'; readonly question: Question; readonly answer?: AnswerChoice }

/** An option or a topic. */
export type GuidePart = Exclude<NameTarget, { readonly kind: 'question' }>

type NameFound =
  | NameTarget
  /** `nearest`: ids of similar names, best first; one letter in `share` may differ. */
  | { readonly kind: 'none'; readonly nearest: (share?: number) => readonly string[] }

/**
 * Finds an id, title or alias in any case, with spaces or dashes. Options win over topics, topics over questions,
 * questions over answers.
 */
export function findByName(guide: Guide, words: string): NameFound {
  const name = foldName(words)
  const named = (thing: TreatmentOption | Topic) => namesOf(thing).includes(name)
  // Fast path: folding every alias takes longer than showing an option.
  const option = guide.options.find(({ id }) => id === name) ?? guide.options.find(named)
  if (option !== undefined) return { kind: 'option', option }
  const topic = guide.topics.find(named)
  if (topic !== undefined) return { kind: 'topic', topic }
  return (
    questionNames(guide).get(name) ??
    onlyNameWith(guide, name) ?? { kind: 'none', nearest: (share) => nearestIds(guide, name, share) }
  )
}

/** The one option, else the one topic, that has these words in a name: "ablation" in "radiofrequency ablation". */
function onlyNameWith(guide: Guide, words: string): NameTarget | undefined {
  if (words.length < 4) return undefined
  const holds = (thing: TreatmentOption | Topic) =>
    namesOf(thing).some((name) => `-${name}-`.includes(`-${words}-`))
  const [option, ...others] = guide.options.filter(holds)
  if (option !== undefined) return others.length === 0 ? { kind: 'option', option } : undefined
  const [topic, ...more] = guide.topics.filter(holds)
  return topic !== undefined && more.length === 0 ? { kind: 'topic', topic } : undefined
}

/** Every folded name of the guide, with what it names. */
export function allNames(guide: Guide): ReadonlyMap<string, NameTarget> {
  const names = new Map<string, NameTarget>()
  const add = (folded: string, named: NameTarget) => {
    if (folded !== '' && !names.has(folded)) names.set(folded, named)
  }
  for (const option of guide.options)
    for (const name of namesOf(option)) add(name, { kind: 'option', option })
  for (const topic of guide.topics) for (const name of namesOf(topic)) add(name, { kind: 'topic', topic })
  for (const [name, named] of questionNames(guide)) add(name, named)
  return names
}

function namesOf({ id, title, aliases, ...thing }: TreatmentOption | Topic): readonly string[] {
  const short = 'shortTitle' in thing && thing.shortTitle !== undefined ? [thing.shortTitle] : []
  return [id, title, ...short, ...aliases].map(foldName)
}

/** Answers that many questions share; their names find nothing. */
const GENERAL = new Set(['yes', 'no', NONE, UNSURE])

function questionNames(guide: Guide): ReadonlyMap<string, NameTarget & { readonly kind: 'question' }> {
  const byName = new Map<string, NameTarget & { readonly kind: 'question' }>()
  const add = (names: readonly (string | undefined)[], question: Question, answer?: AnswerChoice) => {
    for (const name of names) {
      const folded = name === undefined ? '' : foldName(name)
      if (folded === '' || byName.has(folded)) continue
      byName.set(folded, { kind: 'question', question, ...(answer && { answer }) })
    }
  }
  for (const question of guide.questions) {
    add([question.id, question.label, question.shortLabel, ...(question.aliases ?? [])], question)
  }
  for (const question of guide.questions) {
    for (const answer of question.answers) {
      const { id, label, short, aliases = [] } = answer
      add(GENERAL.has(id) ? aliases : [id, label, short, ...aliases], question, answer)
    }
  }
  return byName
}

function nearestIds(guide: Guide, name: string, share?: number): readonly string[] {
  const names = allNames(guide)
  const near = nearest(name, names.keys(), names.size, share).map((known) => idOf(names.get(known), known))
  return [...new Set(near)].slice(0, 3)
}

/** The name to type; for an answer, the similar name itself. */
function idOf(named: NameTarget | undefined, known: string): string {
  if (named === undefined) return known
  if (named.kind === 'option') return named.option.id
  if (named.kind === 'topic') return named.topic.id
  return named.answer === undefined ? named.question.id : known
}

const SHORT_ID = 16

/** The name to type for an option: its id, or its first one-word alias when the id is long. */
export function nameToType({ id, aliases }: TreatmentOption): string {
  if (id.length <= SHORT_ID) return id
  const word = aliases.find((alias) => /^[\w-]{3,}$/.test(alias) && alias.length < id.length)
  return word?.toLowerCase() ?? id
}
