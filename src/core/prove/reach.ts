import type { Guide, Question, QuestionId, TreatmentOption } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { TRUE } from './diagram-condition.ts'
import { canBeTrue, hasOptions, type Judgement, OUT_OF_SCOPE, URGENT, whereTrue } from './diagram-guide.ts'
import type { Finding } from './finding.ts'

/**
 * Texts that no answers can show: warning signs, limits of scope, alerts and questions. Rules that never apply are found
 * in rules.ts.
 */
export function findUnreachable(guide: Guide, judgement: Judgement): readonly Finding[] {
  const { diagrams, conditions, outcome } = judgement
  const afterSigns = diagrams.binary((end, truth) => (end === OUT_OF_SCOPE && truth === TRUE ? 1 : 0))
  return [
    ...guide.warningSigns
      .filter((sign) => !diagrams.values(conditions.truthOf(sign.when)).has(TRUE))
      .map(({ id, place }) => ({ code: 'warning-sign-unreachable', sign: id, place }) as const),
    ...guide.outOfScope
      .filter((scope) => afterSigns(outcome, conditions.truthOf(scope.when)) === 0)
      .map(({ id, place }) => ({ code: 'out-of-scope-unreachable', scope: id, place }) as const),
    ...(guide.alerts ?? [])
      .filter(({ when }) => !canBeTrue(judgement, when))
      .map(({ id, place }) => ({ code: 'alert-unreachable', alert: id, place }) as const),
    ...guide.questions
      .filter(({ askWhen }) => askWhen !== undefined && !canBeTrue(judgement, askWhen))
      .map(({ id, place }) => ({ code: 'question-unreachable', question: id, place }) as const),
  ]
}

/** The questions that one of these diagrams depends on. */
export function questionsThatMatter(
  { diagrams, space }: Pick<Judgement, 'diagrams' | 'space'>,
  judged: readonly Diagram[],
): readonly QuestionId[] {
  return [...diagrams.support(judged)].map((variable) => space.encodingOf(variable).question.id)
}

/**
 * Questions whose answer changes nothing: no outcome, alert or preference, and not in `matters`, the questions that a
 * status or indication depends on. A question that only decides whether another one applies has that one's effect.
 */
export function findWithoutEffect(
  guide: Guide,
  judgement: Judgement,
  matters: ReadonlySet<QuestionId>,
): readonly Finding[] {
  const { diagrams, outcome } = judgement
  const ends = diagrams.map(outcome, (value) => (hasOptions(value) ? URGENT + 2 : value))
  const everOptions = [...diagrams.values(outcome)].some(hasOptions)
  const alerts = (guide.alerts ?? []).map(({ when }) => whereTrue(judgement, when))
  const decides = new Set(questionsThatMatter(judgement, [ends, ...alerts]))
  return guide.questions
    .filter(({ id }) => !matters.has(id) && !decides.has(id))
    .filter((question) => !(everOptions && ordersOptions(question, guide.options)))
    .map(({ id, place }) => ({ code: 'question-without-effect', question: id, place }))
}

/** A preference orders options only if one of them has the feature that it seeks or avoids. */
function ordersOptions(question: Question, options: readonly TreatmentOption[]): boolean {
  if (question.role !== 'preference') return false
  return question.answers.some(({ avoids, seeks }) =>
    options.some(({ features }) => [avoids, seeks].some((feature) => features.includes(feature ?? ''))),
  )
}
