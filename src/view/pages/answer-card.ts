import {
  type AnswerEffects,
  type ChangedOption,
  type Effect,
  type OptionEffect,
  whatAnswerChanges,
} from '../../core/engine/answer-effects.ts'
import { groupBy } from '../../core/group-by.ts'
import {
  type AnswerChoice,
  type Guide,
  type Question,
  type TreatmentOption,
  UNSURE,
} from '../../core/model.ts'
import { capitalized, firstNames } from '../../text/words.ts'
import { facts, heading, paragraph } from '../document/blocks.ts'
import type { Block, Document, Fact, Mark } from '../document/document.ts'
import { firstSentence, inlineName, optionNames } from '../text/short-names.ts'
import { closing, fitScreen, NOTICE_LINE, screenPage } from './screen.ts'

type EffectLabel = { readonly mark: Mark; readonly label: string }

/** Labels of effects, strongest first. `lifts` has none, because it concerns other answers. */
export const EFFECT_LABELS: Readonly<Record<Exclude<Effect, 'lifts'>, EffectLabel>> = {
  'rules-out': { mark: 'no', label: 'Speaks against' },
  'puts-off': { mark: 'no', label: 'Not now' },
  'check-first': { mark: 'find-out', label: 'Find out first' },
  caution: { mark: 'care', label: 'With care' },
  note: { mark: 'ok', label: 'Fine, but say so' },
  'speaks-for': { mark: 'ok', label: 'Speaks for' },
  'goes-against-wish': { mark: 'care', label: 'Against this wish' },
  'meets-wish': { mark: 'ok', label: 'Meets this wish' },
  'not-relevant': { mark: 'ok', label: 'Does not apply' },
}

const LABELLED_EFFECTS = Object.keys(EFFECT_LABELS) as readonly (keyof typeof EFFECT_LABELS)[]

/** How many groups give reasons, strongest first: all in full, some in one sentence, or none. */
type ReasonDetail = 'whole' | number
const DETAILS: readonly ReasonDetail[] = ['whole', 9, 5, 4, 3, 2, 1, 0]

/**
 * The effects of an answer on one screen. Without an answer: of all but the usual one, else of "yes", else a summary
 * line for each.
 */
export function answerCard(
  guide: Guide,
  question: Question,
  answer?: AnswerChoice,
  allEffects: readonly AnswerEffects[] = whatAnswerChanges(guide, question.id, answer?.id),
): Document {
  const effects = allEffects.filter(({ answer: { id } }) => answer === undefined || id === answer.id)
  const pagesOf = (shown: readonly AnswerEffects[]) =>
    shown.length === 0
      ? []
      : DETAILS.map((detail) => () => effectsPage(guide, question, shown, answer, detail))
  if (answer !== undefined) return fitScreen(pagesOf(effects))
  const unusual = effects.filter(({ answer: { id } }) => !isUsual(question, id))
  const yes = effects.filter(({ answer: { id } }) => id === 'yes')
  return fitScreen([...pagesOf(unusual), ...pagesOf(yes), () => countsPage(question, effects)])
}

/** The answer that most people give. */
function isUsual(question: Question, id: string): boolean {
  return (id === 'no' || id === 'none') && question.answers.length > 1
}

export function answerTitle(question: Question, answer: AnswerChoice | undefined): string {
  const isYes = answer === undefined || answer.id === 'yes'
  return capitalized(isYes ? question.label : `${question.label}: ${answer.short ?? answer.label}`)
}

function effectsPage(
  guide: Guide,
  question: Question,
  effects: readonly AnswerEffects[],
  answer: AnswerChoice | undefined,
  detail: ReasonDetail,
): Document {
  const only = answer ?? (effects.length === 1 ? effects[0]?.answer : undefined)
  const set = `plan --set ${question.id}=${only?.id ?? '...'}`
  const body = effects.flatMap((answerEffects) => [
    ...(effects.length === 1 ? [] : [heading(2, answerEffects.answer.short ?? answerEffects.answer.label)]),
    ...effectBlocks(guide, answerEffects, detail),
  ])
  return screenPage(question.label, [
    heading(1, answerTitle(question, answer), { aside: set }),
    ...(answer === undefined ? [paragraph({ faint: `Answers: ${answerIds(question)}` })] : []),
    ...body,
    paragraph(
      { faint: 'Why, rule by rule, with sources: ' },
      { code: `nextline ${answer === undefined ? question.id : nameOfAnswer(question, answer)} --full` },
    ),
    paragraph({ faint: `Never stop a prescribed medicine on your own. ${NOTICE_LINE}` }),
  ])
}

function answerIds(question: Question): string {
  return [...question.answers.map(({ id }) => id), UNSURE].join(', ')
}

/** The name to type for an answer: its id, or the question's when the id is a general word. */
function nameOfAnswer(question: Question, { id }: AnswerChoice): string {
  return ['yes', 'no', 'none'].includes(id) ? question.id : id
}

function effectBlocks(guide: Guide, answerEffects: AnswerEffects, detail: ReasonDetail): readonly Block[] {
  const gates: readonly Fact[] = [
    ...answerEffects.warningSigns.map(
      ({ sign }) => ({ mark: 'no', label: 'Warning sign', value: sign.action }) as const,
    ),
    ...answerEffects.outOfScope.map(
      ({ scope }) => ({ mark: 'no', label: 'Not covered', value: scope.because }) as const,
    ),
  ]
  if (gates.length > 0) return facts(gates)
  const groups = LABELLED_EFFECTS.map((effect) => ({
    effect,
    options: answerEffects.options.filter((option) => effectOf(option) === effect),
  })).filter(({ options }) => options.length > 0)
  const rows = groups.flatMap(({ effect, options }, index) =>
    groupRows(effect, options, detail === 'whole' || index < detail ? detail : 0),
  )
  const changed = groups.flatMap(({ options }) => options.map(({ option }) => option))
  const unchanged = guide.options.filter((option) => !changed.includes(option))
  const rest: Fact = { mark: 'ok', label: 'Unchanged', value: unchangedNames(guide, unchanged) }
  return facts(unchanged.length === 0 ? rows : [...rows, rest])
}

const MOST_NAMES = 7

function unchangedNames(guide: Guide, unchanged: readonly TreatmentOption[]): string {
  if (unchanged.length === guide.options.length) return 'every option'
  return firstNames(unchanged.map(inlineName), MOST_NAMES)
}

function effectOf({ effects }: ChangedOption): Effect {
  return effects[0]?.effect ?? 'lifts'
}

/** Options with the same effect: a row for each reason. */
function groupRows(
  effect: keyof typeof EFFECT_LABELS,
  options: readonly ChangedOption[],
  detail: ReasonDetail,
): readonly Fact[] {
  return [...groupBy(options, ({ effects }) => reasonFor(effects[0], detail))].map(([reason, group]) => {
    const names = optionNames(group.map(({ option }) => option))
    return { ...EFFECT_LABELS[effect], value: reason === '' ? names : [{ strong: names }, `: ${reason}`] }
  })
}

function reasonFor(effect: OptionEffect | undefined, detail: ReasonDetail): string {
  if (effect === undefined || effect.cause === 'wish' || detail === 0) return ''
  const cause = effect.cause === 'rule' ? effect.rule : effect.indication
  // A further condition makes the reason too long for a card; --full has it.
  if (effect.together !== undefined) return cause.short ?? ''
  if (detail === 'whole') return cause.because
  const isStrong = effect.effect === 'rules-out' || effect.effect === 'puts-off'
  const toDo = effect.cause === 'rule' && !isStrong ? effect.rule.do : undefined
  return toDo ?? firstSentence(cause.because)
}

/** Numbers of affected options for each answer, when the answers do not fit on one screen. */
function countsPage(question: Question, effects: readonly AnswerEffects[]): Document {
  const rows = [...groupBy(effects, countsOf)].map(([counts, alike]) => ({
    label: counts,
    value: alike.map(({ answer }) => answer.id).join(', '),
  }))
  return screenPage(question.label, [
    heading(1, capitalized(question.label), { aside: `plan --set ${question.id}=...` }),
    paragraph('How many options each answer changes:'),
    ...facts(rows),
    ...closing({ faint: 'All, rule by rule, with sources: ' }, { code: `nextline ${question.id} --full` }),
  ])
}

function countsOf(answerEffects: AnswerEffects): string {
  if (answerEffects.warningSigns.length > 0) return 'get care first'
  if (answerEffects.outOfScope.length > 0) return 'not covered by this guide'
  const count = (effect: Effect) =>
    answerEffects.options.filter((option) => effectOf(option) === effect).length
  const counts = LABELLED_EFFECTS.map(
    (effect) => [count(effect), EFFECT_LABELS[effect].label.toLowerCase()] as const,
  ).filter(([number]) => number > 0)
  return counts.length === 0
    ? 'changes nothing'
    : counts.map(([number, label]) => `${label} ${number}`).join(', ')
}
