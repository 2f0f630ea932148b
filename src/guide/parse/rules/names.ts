import { NONE, UNSURE } from '../../../core/model.ts'
import { foldName } from '../../find/fold-name.ts'
import type { Path } from '../diagnostic.ts'
import type { PartialGuide, RuleContext } from '../partial-guide.ts'
import { CONDITION_WORDS, SELF } from '../read-condition.ts'

type WithId = { readonly id: string }

/** An id names one option. */
export function optionIdsAreUnique(context: RuleContext): void {
  uniqueIds(context, 'option', context.parts.options)
}

/** An id names one thing of its kind; within a question, an option or its outcomes for what belongs to them. */
export function idsAreUnique(context: RuleContext): void {
  const { parts } = context
  const unique = (kind: string, pieces: readonly WithId[]) => uniqueIds(context, kind, pieces)
  const uniqueWithin = (kind: string, piece: object, list: string, items: readonly WithId[]) =>
    idsDiffer(
      context,
      kind,
      items.map(({ id }, index) => ({ id, piece, path: [list, index, 'id'] })),
    )
  unique('topic', parts.topics)
  unique('question', parts.questions)
  unique('warning sign', [...parts.warningSigns, ...parts.outOfScope])
  unique('question of faqs.yaml', parts.faqs)
  unique('tip', parts.tips)
  unique('source', parts.sources)
  unique('property', parts.properties)
  for (const option of parts.options) {
    unique('rule', option.rules)
    unique('indication', option.indications ?? [])
    uniqueWithin('outcome', option, 'outcomes', option.outcomes)
  }
  for (const question of parts.questions) uniqueWithin('answer', question, 'answers', question.answers)
}

function uniqueIds(context: RuleContext, kind: string, pieces: readonly WithId[]): void {
  idsDiffer(
    context,
    kind,
    pieces.map((piece) => ({ id: piece.id, piece, path: ['id'] })),
  )
}

type DeclaredId = WithId & { readonly piece: object; readonly path: Path }

function idsDiffer({ placeOf, report }: RuleContext, kind: string, declared: readonly DeclaredId[]): void {
  const first = new Map<string, DeclaredId>()
  for (const { id, piece, path } of declared) {
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, { id, piece, path })
      continue
    }
    const { file, line, column } = placeOf(earlier.piece, earlier.path)
    report({ piece, path, code: 'duplicate-id', args: { kind, id, at: `${file}:${line}:${column}` } })
  }
}

// A question's id is a field of the answers object, which inherits `constructor`.
const RESERVED_QUESTIONS: readonly string[] = [...CONDITION_WORDS, 'constructor']
const RESERVED_OPTIONS: readonly string[] = [NONE, UNSURE, SELF]

/** No id is a word that conditions or answers use for something else. */
export function idsAreNotReserved(context: RuleContext): void {
  const refuse = (kind: string, pieces: readonly WithId[], reserved: readonly string[]) => {
    for (const piece of pieces.filter(({ id }) => reserved.includes(id)))
      context.report({ piece, path: ['id'], code: 'reserved-id', args: { id: piece.id, kind } })
  }
  refuse('a question', context.parts.questions, RESERVED_QUESTIONS)
  refuse('an option', context.parts.options, RESERVED_OPTIONS)
}

type NameOwner = WithId & { readonly title: string; readonly aliases: readonly string[] }

type WrittenName = { readonly name: string; readonly path: Path }

/** The names of an option or topic: its id, its title, then its aliases. */
function namesOf({ id, title, aliases }: NameOwner): readonly WrittenName[] {
  return [
    { name: id, path: ['id'] },
    { name: title, path: ['title'] },
    ...aliases.map((name, index) => ({ name, path: ['aliases', index] })),
  ]
}

function nameOwners({ options, topics }: PartialGuide) {
  return [
    ...options.map((piece) => ({ piece, kind: 'option' })),
    ...topics.map((piece) => ({ piece, kind: 'topic' })),
  ]
}

/**
 * An id, a title or an alias, in any case, leads to one option or topic. An option and a topic with the same id may
 * share names: the option wins.
 */
export function namesLeadToOneThing({ parts, report }: RuleContext): void {
  const owners = new Map<string, { readonly kind: string; readonly id: string }>()
  for (const { piece, kind } of nameOwners(parts)) {
    for (const { name, path } of namesOf(piece)) {
      const owner = owners.get(foldName(name))
      if (owner === undefined) owners.set(foldName(name), { kind, id: piece.id })
      else if (owner.id !== piece.id)
        report({ piece, path, code: 'ambiguous-name', args: { name, ...owner } })
    }
  }
}

/** A question for several answers has the answer `none`; no question lists `unsure`. */
export function questionsCanBeAnswered({ parts, report }: RuleContext): void {
  for (const piece of parts.questions) {
    if (piece.type === 'many' && !piece.answers.some(({ id }) => id === NONE)) {
      report({ piece, path: ['answers'], code: 'none-missing', args: { id: piece.id } })
    }
    const unsure = piece.answers.findIndex(({ id }) => id === UNSURE)
    if (unsure >= 0) report({ piece, path: ['answers', unsure, 'id'], code: 'unsure-listed' })
  }
}

/** An alias repeats neither the id, the title nor another alias. */
export function aliasesAreOfUse({ parts, report }: RuleContext): void {
  for (const { piece, kind } of nameOwners(parts)) {
    const names = namesOf(piece).map(({ name, path }) => ({ name, path, folded: foldName(name) }))
    for (const [index, { name, path, folded }] of names.entries()) {
      const isKnown = names.slice(0, index).some((other) => other.folded === folded)
      if (isKnown && path[0] === 'aliases')
        report({ piece, path, code: 'idle-alias', args: { name, kind }, severity: 'warning' })
    }
  }
}

/** A term is explained once: the search and the help of a walk look it up by its name. */
export function termsAreUnique({ parts, report }: RuleContext): void {
  const known = new Map<string, string>()
  for (const piece of parts.glossary) {
    for (const [path, name] of [
      [['term'], piece.term] as const,
      ...piece.aliases.map((alias, index) => [['aliases', index], alias] as const),
    ]) {
      const owner = known.get(foldName(name))
      if (owner === undefined) known.set(foldName(name), piece.term)
      else if (owner !== piece.term || path.length === 1) {
        report({ piece, path, code: 'duplicate-term', args: { name, term: owner } })
      }
    }
  }
}

/** Pages of an export that are not topics; a topic with such an id gets the suffix `-topic`. */
const PAGES: readonly string[] = ['index', 'faq', 'sources']

/** No two topics share a page in an export. */
export function pagesAreApart({ parts, report }: RuleContext): void {
  const ids = new Set(parts.topics.map(({ id }) => id))
  for (const piece of parts.topics) {
    const id = piece.id.replace(/-topic$/, '')
    if (id !== piece.id && PAGES.includes(id) && ids.has(id)) {
      report({ piece, path: ['id'], code: 'page-taken', args: { id: piece.id, other: id } })
    }
  }
}

/** Names of commands: an option with such a name is found only after `show`. */
export const COMMAND_NAMES: readonly string[] = [
  ...['topics', 'show', 'warning-signs', 'red-flags', 'emergency', 'questions', 'risks', 'faq', 'tips'],
  ...['compare', 'search', 'sources', 'walk', 'plan', 'summary', 'explain', 'replay', 'export', 'diff'],
  ...['check', 'new', 'config', 'completion', 'help'],
]

/** No option or topic goes by the name of a command. */
export function namesAreNotCommands({ parts, report }: RuleContext): void {
  for (const { piece } of nameOwners(parts)) {
    for (const { name, path } of namesOf(piece)) {
      if (COMMAND_NAMES.includes(foldName(name)))
        report({ piece, path, code: 'command-name', args: { name }, severity: 'warning' })
    }
  }
}
