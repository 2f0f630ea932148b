import type { Alert, Answers, Guide } from '../model.ts'
import { compile } from './compile.ts'
import { TRUE } from './compiled-condition.ts'

/** The alerts that apply to these answers, in the guide's order. */
export function activeAlerts(guide: Guide, answers: Answers): readonly Alert[] {
  const { layout, sheet, conditions } = compile(guide)
  layout.read(answers, sheet)
  return (guide.alerts ?? []).filter(({ when }) => conditions.condition(when).truth(sheet) === TRUE)
}
