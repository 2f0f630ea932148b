import { type Guide, type PlanOutcome, STATUSES } from '../model.ts'
import { type CompiledGuide, compile } from './compile.ts'
import { TRUE } from './compiled-condition.ts'
import { judge, markAsked } from './judge.ts'

/** The parts of a brief plan that are the same for everyone, as JSON text. */
type Texts = {
  /** By option: `{"id":"nsaids","status":"`. */
  readonly openings: readonly string[]
  /** By rule and by question: its id. */
  readonly rules: readonly string[]
  readonly questions: readonly string[]
}

/**
 * Returns a function from one person's answers to the body of a brief plan: JSON text from `"outcome"` on (contract
 * section 4, nextline/brief@1), or undefined when the answers are not well formed.
 */
export function briefWriter(guide: Guide): (answers: unknown) => string | undefined {
  const compiled = compile(guide)
  const { layout, sheet, signs } = compiled
  const texts = briefTexts(compiled)
  return (answers) => {
    if (!layout.read(answers, sheet)) return undefined
    const outcome = judge(compiled)
    if (outcome === 'options') return body(outcome, '', optionsText(compiled, texts))
    const urgent = signs.filter(({ when }) => when.truth(sheet) === TRUE)
    return body(outcome, urgent.map(({ sign }) => JSON.stringify(sign.id)).join(), '')
  }
}

function body(outcome: PlanOutcome, urgent: string, options: string): string {
  return `"outcome":"${outcome}","urgent":[${urgent}],"options":[${options}]`
}

function briefTexts({ guide, options }: CompiledGuide): Texts {
  return {
    openings: options.map(({ option }) => `{"id":${JSON.stringify(option.id)},"status":"`),
    rules: options.flatMap(({ rules }) => rules.map(({ rule }) => JSON.stringify(rule.id))),
    questions: guide.questions.map(({ id }) => JSON.stringify(id)),
  }
}

function optionsText(compiled: CompiledGuide, texts: Texts): string {
  let text = ''
  for (const index of compiled.verdict.order) {
    text += `${text === '' ? '' : ','}${optionText(compiled, texts, index)}`
  }
  return text
}

function optionText(compiled: CompiledGuide, texts: Texts, index: number): string {
  const { severities, truths } = compiled.verdict
  let rules = ''
  for (const rule of compiled.options[index]?.rules ?? []) {
    if (truths[rule.index] === TRUE) rules += `${rules === '' ? '' : ','}${texts.rules[rule.index]}`
  }
  const status = severities[index] as number
  const ask = markAsked(compiled, index) ? askText(compiled, texts, index) : ''
  return `${texts.openings[index]}${STATUSES[status]}","rules":[${rules}],"ask":[${ask}]}`
}

function askText({ options, sheet }: CompiledGuide, texts: Texts, index: number): string {
  let text = ''
  for (const question of options[index]?.questions ?? []) {
    if (sheet.marked[question] === sheet.mark) text += `${text === '' ? '' : ','}${texts.questions[question]}`
  }
  return text
}
