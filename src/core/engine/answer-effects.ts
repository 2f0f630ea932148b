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
import { type GivenAnswer, howAnswerBears, otherAnswers } from './partial-condition.ts'
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
  | { readonly by: 'rule'; readonly rule: Rule }
  | { readonly by: 'indication'; readonly indication: Indication }
  | { readonly by: 'wish' }
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
  const bears = (when: Condition) => howAnswerBears(when, given, others)
  const brought = (when: Condition) => {
    const bearing = bears(when)
    return bearing.kind === 'brings' ? [together(bearing.together)] : []
  }
  const changed = guide.options.map((option) => {
    const effects = optionEffects(option, question, answer, bears)
    const sufficient = effects.filter(
      (effect) => effect.by === 'rule' && effect.effect !== 'lifts' && !effect.together,
    )
    const status = worst(sufficient.map((effect) => (effect.by === 'rule' ? effect.rule.status : 'suitable')))
    return { option, status, effects }
  })
  const asking = guide.questions.map((candidate) => ({
    candidate,
    bearing: bears(candidate.askWhen ?? { kind: 'always' }).kind,
  }))
  return {
    question,
    answer,
    warningSigns: guide.warningSigns.flatMap((sign) =>
      brought(sign.when).map((condition) => ({ sign, ...condition })),
    ),
    outOfScope: guide.outOfScope.flatMap((scope) =>
      brought(scope.when).map((condition) => ({ scope, ...condition })),
    ),
    options: changed
      .filter(({ effects }) => effects.length > 0)
      .sort((a, b) => strength(a) - strength(b) || severity(b.status) - severity(a.status)),
    unchanged: changed.filter(({ effects }) => effects.length === 0).map(({ option }) => option),
    asks: asking.filter(({ bearing }) => bearing === 'brings').map(({ candidate }) => candidate),
    asksNoMore: asking.filter(({ bearing }) => bearing === 'lifts').map(({ candidate }) => candidate),
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
  bears: (when: Condition) => ReturnType<typeof howAnswerBears>,
): readonly OptionEffect[] {
  const rules = option.rules.flatMap((rule): readonly OptionEffect[] => {
    const bearing = bears(rule.when)
    if (bearing.kind === 'lifts') return [{ effect: 'lifts', by: 'rule', rule }]
    if (bearing.kind !== 'brings') return []
    return [{ effect: EFFECT_OF[rule.status], by: 'rule', rule, ...together(bearing.together) }]
  })
  const indications = (option.indications ?? []).flatMap((indication): readonly OptionEffect[] => {
    const bearing = bears(indication.when)
    if (bearing.kind !== 'brings') return []
    return [{ effect: 'speaks-for', by: 'indication', indication, ...together(bearing.together) }]
  })
  const has = (feature: string | undefined) =>
    question.role === 'preference' && feature !== undefined && option.features.includes(feature)
  const wishes: readonly OptionEffect[] = [
    ...(has(avoids) ? [{ effect: 'goes-against-wish', by: 'wish' } as const] : []),
    ...(has(seeks) ? [{ effect: 'meets-wish', by: 'wish' } as const] : []),
  ]
  const needsMore = (effect: OptionEffect) => (effect.together === undefined ? 0 : 1)
  return [...rules, ...indications, ...wishes].sort(
    (a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || needsMore(a) - needsMore(b),
  )
}
