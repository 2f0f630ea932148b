import { NONE, UNSURE } from '../../../core/model.ts'
import { toName } from '../../find/fold-name.ts'
import type { Path } from '../diagnostic.ts'
import type { RuleContext } from '../partial-guide.ts'
import { CONDITION_WORDS, SELF } from '../read-condition.ts'

type WithId = { readonly id: string }

/** An id names one thing of its kind; within a question, an option or its outcomes for what belongs to them. */
export function idsAreUnique(context: RuleContext): void {
  const { parts } = context
  unique(context, 'option', parts.options)
  unique(context, 'topic', parts.topics)
  unique(context, 'question', parts.questions)
  unique(context, 'warning sign', [...parts.warningSigns, ...parts.outOfScope])
  unique(context, 'question of faqs.yaml', parts.faqs)
  unique(context, 'tip', parts.tips)
  unique(context, 'source', parts.sources)
  unique(context, 'property', parts.properties)
  for (const option of parts.options) {
    unique(context, 'rule', option.rules)
    unique(context, 'indication', option.indications ?? [])
    uniqueWithin(context, 'outcome', option, 'outcomes', option.outcomes)
  }
  for (const question of parts.questions)
    uniqueWithin(context, 'answer', question, 'answers', question.answers)
}

function unique(context: RuleContext, kind: string, pieces: readonly WithId[]): void {
  const first = new Map<string, WithId>()
  for (const piece of pieces) {
    const earlier = first.get(piece.id)
    if (earlier === undefined) first.set(piece.id, piece)
    else
      context.report({
        piece,
        path: ['id'],
        code: 'duplicate-id',
        args: { kind, id: piece.id, at: at(context, earlier, ['id']) },
      })
  }
}

function at(context: RuleContext, piece: object, path: Path): string {
  const { file, line, column } = context.placeOf(piece, path)
  return `${file}:${line}:${column}`
}

function uniqueWithin(
  context: RuleContext,
  kind: string,
  piece: object,
  list: string,
  items: readonly WithId[],
): void {
  const first = new Map<string, number>()
  for (const [index, { id }] of items.entries()) {
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, index)
      continue
    }
    const args = { kind, id, at: at(context, piece, [list, earlier, 'id']) }
    context.report({ piece, path: [list, index, 'id'], code: 'duplicate-id', args })
  }
}

// A question's id is also a field of the answers, where this one would not be the person's own.
const RESERVED_QUESTIONS: readonly string[] = [...CONDITION_WORDS, 'constructor']
const RESERVED_OPTIONS: readonly string[] = [NONE, UNSURE, SELF]

/** No id is a word that conditions or answers use for something else. */
export function idsAreNotReserved(context: RuleContext): void {
  const refuse = (piece: WithId, kind: string) =>
    context.report({ piece, path: ['id'], code: 'reserved-id', args: { id: piece.id, kind } })
  for (const question of context.parts.questions) {
    if (RESERVED_QUESTIONS.includes(question.id)) refuse(question, 'a question')
  }
  for (const option of context.parts.options) {
    if (RESERVED_OPTIONS.includes(option.id)) refuse(option, 'an option')
  }
}

type NameOwner = WithId & { readonly title: string; readonly aliases: readonly string[] }

/**
 * An id, a title or an alias, in any case, leads to one option or topic. An option and a topic with the same id may
 * share names: the option wins.
 */
export function namesLeadToOneThing(context: RuleContext): void {
  const owners = new Map<string, { readonly kind: string; readonly id: string }>()
  const claim = (piece: NameOwner, kind: string) => {
    const written = [
      { name: piece.id, path: ['id'] },
      { name: piece.title, path: ['title'] },
      ...piece.aliases.map((name, index) => ({ name, path: ['aliases', index] })),
    ]
    for (const { name, path } of written) {
      const owner = owners.get(toName(name))
      if (owner === undefined) owners.set(toName(name), { kind, id: piece.id })
      else if (owner.id !== piece.id) {
        context.report({
          piece,
          path,
          code: 'ambiguous-name',
          args: { name, kind: owner.kind, id: owner.id },
        })
      }
    }
  }
  for (const option of context.parts.options) claim(option, 'option')
  for (const topic of context.parts.topics) claim(topic, 'topic')
}

/** A question that takes several answers has a way to say that none applies; none lists `unsure`. */
export function questionsCanBeAnswered({ parts, report }: RuleContext): void {
  for (const piece of parts.questions) {
    if (piece.type === 'many' && !piece.answers.some(({ id }) => id === NONE)) {
      report({ piece, path: ['answers'], code: 'none-missing', args: { id: piece.id } })
    }
    const unsure = piece.answers.findIndex(({ id }) => id === UNSURE)
    if (unsure >= 0) report({ piece, path: ['answers', unsure, 'id'], code: 'unsure-listed' })
  }
}

/** An alias that says what the id, the title or another alias says already can go. */
export function aliasesAreOfUse({ parts, report }: RuleContext): void {
  const weigh = (piece: NameOwner, kind: string) => {
    const names = new Set([toName(piece.id), toName(piece.title)])
    for (const [index, name] of piece.aliases.entries()) {
      if (names.has(toName(name))) {
        report({
          piece,
          path: ['aliases', index],
          code: 'idle-alias',
          args: { name, kind },
          severity: 'warning',
        })
      }
      names.add(toName(name))
    }
  }
  for (const option of parts.options) weigh(option, 'option')
  for (const topic of parts.topics) weigh(topic, 'topic')
}

/** A term is explained once: the search and the help of a walk look it up by its name. */
export function termsAreUnique({ parts, report }: RuleContext): void {
  const known = new Map<string, string>()
  for (const piece of parts.glossary) {
    for (const [path, name] of [
      [['term'], piece.term] as const,
      ...piece.aliases.map((alias, index) => [['aliases', index], alias] as const),
    ]) {
      const owner = known.get(toName(name))
      if (owner === undefined) known.set(toName(name), piece.term)
      else if (owner !== piece.term || path.length === 1) {
        report({ piece, path, code: 'duplicate-term', args: { name, term: owner } })
      }
    }
  }
}

/** Pages that `export` writes beside those of topics; a topic of that name gets `-topic` after it. */
const PAGES: readonly string[] = ['index', 'faq', 'sources']

/** Every topic has a page of its own in an export. */
export function pagesAreApart({ parts, report }: RuleContext): void {
  const ids = new Set(parts.topics.map(({ id }) => id))
  for (const piece of parts.topics) {
    const id = piece.id.replace(/-topic$/, '')
    if (id !== piece.id && PAGES.includes(id) && ids.has(id)) {
      report({ piece, path: ['id'], code: 'page-taken', args: { id: piece.id, other: id } })
    }
  }
}

/** What `nextline <word>` runs: a name like it leads to its option only after `show`. */
export const COMMAND_NAMES: readonly string[] = [
  'topics',
  'show',
  'warning-signs',
  'red-flags',
  'questions',
  'risks',
  'faq',
  'tips',
  'compare',
  'search',
  'sources',
  'walk',
  'plan',
  'explain',
  'replay',
  'export',
  'diff',
  'check',
  'new',
  'completion',
  'help',
  'config',
  'summary',
  'emergency',
]

/** No option or topic goes by the name of a command. */
export function namesAreNotCommands({ parts, report }: RuleContext): void {
  for (const piece of [...parts.options, ...parts.topics]) {
    const written = [
      { name: piece.id, path: ['id'] },
      { name: piece.title, path: ['title'] },
      ...piece.aliases.map((name, index) => ({ name, path: ['aliases', index] })),
    ]
    for (const { name, path } of written) {
      if (!COMMAND_NAMES.includes(toName(name))) continue
      report({ piece, path, code: 'command-name', args: { name }, severity: 'warning' })
    }
  }
}
