import type {
  AnswerChoice,
  AnswerId,
  Condition,
  Guide,
  Indication,
  OutOfScope,
  Question,
  QuestionId,
  Rule,
  Status,
  TreatmentOption,
  WarningSign,
} from '../model.ts'
import {
  type ConditionEffect,
  effectOnCondition,
  type GivenAnswer,
  otherAnswers,
} from './partial-condition.ts'
import { severity, worst } from './status.ts'

/** What an answer does to an option, strongest first. `lifts`: it makes a rule false that other answers make true. */
const EFFECTS = [
  'not-relevant',
  'rules-out',
  'puts-off',
  'check-first',
  'caution',
  'note',
  'speaks-for',
  'goes-against-wish',
  'meets-wish',
  'lifts',
] as const
export type Effect = (typeof EFFECTS)[number]

const EFFECT_OF: Readonly<Record<Status, Effect>> = {
  'not-relevant': 'not-relevant',
  avoid: 'rules-out',
  'not-now': 'puts-off',
  'check-first': 'check-first',
  caution: 'caution',
  suitable: 'note',
}

/** `together`: a further condition that must hold; absent when the answer is enough. */
export type OptionEffect = { readonly effect: Effect; readonly together?: Condition } & (
  | { readonly cause: 'rule'; readonly rule: Rule }
  | { readonly cause: 'indication'; readonly indication: Indication }
  | { readonly cause: 'wish' }
)

export type ChangedOption = {
  readonly option: TreatmentOption
  /** The status from this answer alone. */
  readonly status: Status
  /** Strongest first, then in the guide's order. Never empty. */
  readonly effects: readonly OptionEffect[]
}

/** Everything that one answer of a question changes. */
export type AnswerEffects = {
  readonly question: Question
  readonly answer: AnswerChoice
  readonly warningSigns: readonly { readonly sign: WarningSign; readonly together?: Condition }[]
  readonly outOfScope: readonly { readonly scope: OutOfScope; readonly together?: Condition }[]
  /** Options with the strongest effects first, then in the guide's order. */
  readonly options: readonly ChangedOption[]
  /** Options without an effect, in the guide's order. */
  readonly unchanged: readonly TreatmentOption[]
  /** Questions that are asked because of this answer, and those that are no longer asked. */
  readonly asks: readonly Question[]
  readonly asksNoMore: readonly Question[]
}

/**
 * What each answer of a question changes, computed from the rules, one entry an answer. A condition on several
 * questions counts, with the rest of it as `together`. With `answerId`, only that answer.
 * @throws RangeError when the guide has no such question
 */
export function whatAnswerChanges(
  guide: Guide,
  questionId: QuestionId,
  answerId?: AnswerId,
): readonly AnswerEffects[] {
  const question = guide.questions.find(({ id }) => id === questionId)
  if (question === undefined) throw new RangeError(`The guide has no question ${questionId}.`)
  return question.answers
    .filter(({ id }) => answerId === undefined || id === answerId)
    .map((answer) => effectsOf(guide, question, answer))
}

function effectsOf(guide: Guide, question: Question, answer: AnswerChoice): AnswerEffects {
  const given: GivenAnswer = { question, answer: answer.id }
  const others = otherAnswers(given)
  const effectOn = (when: Condition) => effectOnCondition(when, given, others)
  const ifBrought = (when: Condition) => {
    const change = effectOn(when)
    return change.kind === 'brings' ? [together(change.together)] : []
  }
  const changed = guide.options.map((option) => {
    const effects = optionEffects(option, question, answer, effectOn)
    const statuses = effects.flatMap((effect) =>
      effect.cause === 'rule' && effect.effect !== 'lifts' && !effect.together ? [effect.rule.status] : [],
    )
    return { option, status: worst(statuses), effects }
  })
  const asking = guide.questions.map((candidate) => ({
    candidate,
    change: effectOn(candidate.askWhen ?? { kind: 'always' }).kind,
  }))
  return {
    question,
    answer,
    warningSigns: guide.warningSigns.flatMap((sign) =>
      ifBrought(sign.when).map((condition) => ({ sign, ...condition })),
    ),
    outOfScope: guide.outOfScope.flatMap((scope) =>
      ifBrought(scope.when).map((condition) => ({ scope, ...condition })),
    ),
    options: changed
      .filter(({ effects }) => effects.length > 0)
      .sort((a, b) => strength(a) - strength(b) || severity(b.status) - severity(a.status)),
    unchanged: changed.filter(({ effects }) => effects.length === 0).map(({ option }) => option),
    asks: asking.filter(({ change }) => change === 'brings').map(({ candidate }) => candidate),
    asksNoMore: asking.filter(({ change }) => change === 'lifts').map(({ candidate }) => candidate),
  }
}

function together(condition: Condition | undefined): { readonly together?: Condition } {
  return condition === undefined ? {} : { together: condition }
}

function strength({ effects }: ChangedOption): number {
  return EFFECTS.indexOf(effects[0]?.effect ?? 'lifts')
}

function optionEffects(
  option: TreatmentOption,
  question: Question,
  { seeks, avoids }: AnswerChoice,
  effectOn: (when: Condition) => ConditionEffect,
): readonly OptionEffect[] {
  const rules = option.rules.flatMap((rule): readonly OptionEffect[] => {
    const change = effectOn(rule.when)
    if (change.kind === 'lifts') return [{ effect: 'lifts', cause: 'rule', rule }]
    if (change.kind !== 'brings') return []
    return [{ effect: EFFECT_OF[rule.status], cause: 'rule', rule, ...together(change.together) }]
  })
  const indications = (option.indications ?? []).flatMap((indication): readonly OptionEffect[] => {
    const change = effectOn(indication.when)
    if (change.kind !== 'brings') return []
    return [{ effect: 'speaks-for', cause: 'indication', indication, ...together(change.together) }]
  })
  const has = (feature: string | undefined) =>
    question.role === 'preference' && feature !== undefined && option.features.includes(feature)
  const wishes: readonly OptionEffect[] = [
    ...(has(avoids) ? [{ effect: 'goes-against-wish', cause: 'wish' } as const] : []),
    ...(has(seeks) ? [{ effect: 'meets-wish', cause: 'wish' } as const] : []),
  ]
  const needsMore = (effect: OptionEffect) => (effect.together === undefined ? 0 : 1)
  return [...rules, ...indications, ...wishes].sort(
    (a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || needsMore(a) - needsMore(b),
  )
}
