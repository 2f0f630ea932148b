import type {
  Claim,
  Guide,
  Outcome,
  Question,
  Recommendation,
  Rule,
  Source,
  TreatmentOption,
  UndesirableEffect,
} from '../../../core/model.ts'
import { capitalized } from '../../../text/words.ts'
import { nameToType } from '../names.ts'

export type HitKind = 'warning' | 'option' | 'topic' | 'faq' | 'tip' | 'term' | 'question' | 'source'

/** A part of the guide that can be opened. */
export type SearchPart = {
  readonly kind: HitKind
  readonly id: string
  readonly title: string
  /** The title and aliases. Matches in them weigh more. */
  readonly names: readonly string[]
  readonly command: string
  readonly passages: readonly Passage[]
}

/** A piece of a part that can answer by itself. */
export type Passage = {
  /** The section of the option that contains it. */
  readonly where?: string
  /** The text that is searched and shown. */
  readonly text: string
  /** Shown whole, not by the sentence. */
  readonly isWhole?: boolean
  /** Shown instead of the text, and not searched. */
  readonly shown?: string
}

/** Everything in a guide that can be found. */
export function partsOf(guide: Guide): readonly SearchPart[] {
  return [
    ...warningParts(guide),
    ...guide.faqs.map(({ id, question, aliases = [], answer }) =>
      part('faq', id, question, aliases, `nextline faq ${id}`, [{ text: answer.text }]),
    ),
    ...guide.options.map((option) =>
      part(
        'option',
        option.id,
        option.shortTitle ?? option.title,
        [option.title, option.id, ...option.aliases],
        `nextline ${nameToType(option)}`,
        optionPassages(option),
      ),
    ),
    ...guide.topics.map(({ id, title, aliases, summary, points }) =>
      part('topic', id, title, [id, ...aliases], `nextline ${id}`, [
        { text: summary },
        ...points.map(({ heading, text }) => ({ text: `${heading}: ${text}` })),
      ]),
    ),
    ...guide.questions.filter(({ role }) => role !== 'gate').flatMap(questionParts),
    ...guide.glossary.map(({ term, aliases, means }) =>
      part('term', term, term, aliases, `nextline search ${term.toLowerCase()}`, [
        { text: means, isWhole: true },
      ]),
    ),
    ...guide.tips.map(({ id, title, text }) =>
      part('tip', id, title, [], 'nextline tips', [{ text: text.text }]),
    ),
    ...guide.sources.map((source) =>
      part(
        'source',
        source.id,
        source.title,
        [`${source.authors ?? ''} ${source.year ?? ''}`, source.id],
        `nextline sources ${source.id}`,
        [{ text: sourceText(source), isWhole: true }],
      ),
    ),
  ]
}

function part(
  kind: HitKind,
  id: string,
  title: string,
  names: readonly (string | undefined)[],
  command: string,
  passages: readonly Passage[],
): SearchPart {
  const known = [title, ...names].filter((name): name is string => name !== undefined && name.trim() !== '')
  return { kind, id, title, names: [...new Set(known)], command, passages }
}

function sourceText({ title, where, number, doi, pmid }: Source): string {
  const numbers = [number, doi && `DOI ${doi}`, pmid && `PubMed ${pmid}`]
  return [title, where, ...numbers].filter(Boolean).join('. ')
}

const HOW_SOON = {
  now: 'Get emergency care now.',
  today: 'Be seen today.',
  'this-week': 'Be seen this week.',
} as const

/** A warning sign is found by the sign, never by what to do about it. */
function warningParts(guide: Guide): readonly SearchPart[] {
  const gates = guide.questions.filter(({ role }) => role === 'gate').flatMap((question) => question.answers)
  return guide.warningSigns.map(({ id, sign, say, concern = '', action, within }) => {
    const answer = gates.find((candidate) => candidate.id === id)
    const names = [say, answer?.label, answer?.clinical, ...(answer?.aliases ?? [])]
    const shown = `${HOW_SOON[within]} ${action}`
    return part('warning', id, sign, names, 'nextline warning-signs', [{ text: concern, shown }])
  })
}

function questionParts({ id, label, aliases = [], why, answers }: Question): readonly SearchPart[] {
  const named = answers.filter((answer) => (answer.aliases ?? []).length > 0)
  return [
    part('question', id, `${label}: what the answer changes`, [label, ...aliases], `nextline ${id}`, [
      { text: why },
    ]),
    ...named.map((answer) => {
      const command = `nextline ${['yes', 'no', 'none'].includes(answer.id) ? id : answer.id}`
      const names = [answer.label, answer.short, ...(answer.aliases ?? [])]
      return part('question', id, `${label}: ${answer.short ?? answer.label}`, names, command, [
        { text: why },
      ])
    }),
  ]
}

function optionPassages(option: TreatmentOption): readonly Passage[] {
  const { atAGlance, card, test } = option
  const claims = (where: string | undefined, list: readonly Claim[]): readonly Passage[] =>
    list.map(({ text }) => (where === undefined ? { text } : { where, text }))
  return [
    ...claims(undefined, [option.summary, ...option.involves, ...Object.values(atAGlance)]),
    ...(card === undefined
      ? []
      : [card.what, card.lasts, card.takes, card.fits].map(({ patient }) => ({ text: patient }))),
    ...(card?.help === undefined ? [] : [{ where: 'risks', text: card.help.patient }]),
    ...claims('benefits', option.benefits),
    ...claims('risks', option.harms),
    ...option.risks.map(riskPassage),
    ...option.outcomes.map(outcomePassage),
    ...claims(undefined, [...option.maySuit, ...option.mayNotSuit, option.livingWith, option.ifNothing]),
    ...option.rules.map(rulePassage),
    ...(option.indications ?? []).map(({ short, because }) => ({
      where: 'rules',
      text: `${capitalized(short)}: ${because}`,
    })),
    ...option.recommendations.map(guidelinePassage),
    ...option.questionsToAsk.map((text) => ({ where: 'questions', text })),
    ...(test === undefined ? [] : claims('--full', Object.values(test))),
    ...claims('notes', option.clinicalNotes),
  ]
}

function riskPassage({ what, howOften, greaterRisk, watchFor }: UndesirableEffect): Passage {
  return { where: 'risks', text: `${what}: ${howOften} ${greaterRisk} ${watchFor}` }
}

function rulePassage({ short, because, do: step }: Rule): Passage {
  const text = [short === undefined ? '' : `${capitalized(short)}:`, because, step ?? '']
    .filter(Boolean)
    .join(' ')
  return { where: 'rules', text }
}

function guidelinePassage({ body, year, says }: Recommendation): Passage {
  return { where: 'guidelines', text: `${body} (${year}): ${says}`, isWhole: true }
}

function outcomePassage(outcome: Outcome): Passage {
  const { outcome: what, population, timeSpan, note = '' } = outcome
  return { where: 'numbers', text: `${what}, ${timeSpan}, ${population}. ${note}`.trim() }
}
