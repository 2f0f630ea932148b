import { type AnswerEffects, type OptionEffect, whatAnswerChanges } from '../../core/engine/answer-effects.ts'
import type { AnswerChoice, Guide, Question, TreatmentOption } from '../../core/model.ts'
import { cited, heading, list, notice, paragraph } from '../document/blocks.ts'
import type { Block, Document, Inline } from '../document/document.ts'
import { conditionWords } from '../text/condition-text.ts'
import { asSentence } from '../text/labels.ts'
import { optionNames, shortTitle } from '../text/short-names.ts'
import { answerTitle, EFFECT_LABELS } from './answer-card.ts'

/** The effects of an answer, rule by rule with sources. */
export function answerPage(guide: Guide, question: Question, answer?: AnswerChoice): Document {
  const effects = whatAnswerChanges(guide, question.id, answer?.id)
  return {
    title: question.label,
    blocks: [
      heading(1, answerTitle(question, answer)),
      paragraph(question.why),
      paragraph({ strong: 'How to find out:' }, ` ${question.settle}`),
      ...effects.flatMap((answerEffects) => [
        heading(2, `If the answer is: ${answerEffects.answer.label}`),
        ...ruleByRule(guide, answerEffects),
      ]),
      notice(guide),
    ],
  }
}

function ruleByRule(guide: Guide, answerEffects: AnswerEffects): readonly Block[] {
  const gates = [
    ...answerEffects.warningSigns.map(({ sign }) => [
      `Warning sign: ${sign.action} ${sign.because}`,
      ...cited(sign.sources),
    ]),
    ...answerEffects.outOfScope.map(({ scope }) => [`Not covered by this guide: ${scope.because}`]),
  ]
  const rules = answerEffects.options.flatMap(({ option, effects }) =>
    effects.filter(({ effect }) => effect !== 'lifts').map((effect) => effectText(guide, option, effect)),
  )
  const lifted = answerEffects.options.filter((option) =>
    option.effects.some(({ effect }) => effect === 'lifts'),
  )
  return [
    ...list([...gates, ...rules]),
    ...(lifted.length === 0 || answerEffects.warningSigns.length > 0
      ? []
      : [
          paragraph(
            `It lifts rules of other answers for: ${optionNames(lifted.map(({ option }) => option))}.`,
          ),
        ]),
    ...(gates.length + rules.length + lifted.length === 0 ? [paragraph('It changes nothing.')] : []),
  ]
}

function effectText(guide: Guide, option: TreatmentOption, effect: OptionEffect): readonly Inline[] {
  const label = effect.effect === 'lifts' ? 'Lifts a rule' : EFFECT_LABELS[effect.effect].label
  const together = effect.together === undefined ? '' : ` (only if ${conditionWords(guide, effect.together)})`
  const name: readonly Inline[] = [{ strong: shortTitle(option) }, `: ${label.toLowerCase()}${together}.`]
  if (effect.cause === 'wish') return name
  const { because, sources } = effect.cause === 'rule' ? effect.rule : effect.indication
  return [...name, ` ${asSentence(because)}`, ...cited(sources)]
}
