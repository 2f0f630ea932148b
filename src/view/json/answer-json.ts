import { whatAnswerChanges } from '../../core/engine/answer-effects.ts'
import type { AnswerChoice, Guide, Question } from '../../core/model.ts'
import { envelope } from './envelope.ts'
import { signsJson, withoutPlace } from './guide-json.ts'

/** The effects of a question's answers, or of one of them, with the rules behind each. */
export function answerJson(guide: Guide, question: Question, answer?: AnswerChoice): object {
  return envelope(guide, 'answer', {
    question: question.id,
    answers: whatAnswerChanges(guide, question.id, answer?.id).map((effects) => ({
      answer: effects.answer.id,
      urgent: effects.warningSigns.map(({ sign }) => sign.id),
      outOfScope: effects.outOfScope.map(({ scope }) => scope.id),
      options: effects.options.map(({ option, status, effects }) => ({
        id: option.id,
        status,
        effects: effects.map((effect) => ({
          effect: effect.effect,
          ...(effect.cause === 'rule' && {
            rule: effect.rule.id,
            because: effect.rule.because,
            sources: effect.rule.sources,
          }),
          ...(effect.cause === 'indication' && {
            indication: effect.indication.id,
            because: effect.indication.because,
            sources: effect.indication.sources,
          }),
          ...(effect.together && { together: effect.together }),
        })),
      })),
      unchanged: effects.unchanged.map(({ id }) => id),
    })),
  })
}

export function warningSignsJson(guide: Guide): object {
  return envelope(guide, 'warning-signs', {
    actions: guide.urgentActions ?? [],
    warningSigns: signsJson(guide),
  })
}

export function questionsJson(guide: Guide, questions: readonly Question[]): object {
  return envelope(guide, 'questions', { questions: questions.map(withoutPlace) })
}
