import type { Alert, Answers, Guide } from '../model.ts'
import { evaluate, indexQuestions } from './condition.ts'

/** What has to be said above the options for these answers, in the guide's order. */
export function activeAlerts(guide: Guide, answers: Answers): readonly Alert[] {
  const index = indexQuestions(guide.questions)
  return (guide.alerts ?? []).filter((alert) => evaluate(alert.when, answers, index) === true)
}
