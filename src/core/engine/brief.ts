import {
  type AnswerChoice,
  type Guide,
  type Plan,
  type QuestionId,
  STATUSES,
  type TreatmentOption,
} from '../model.ts'
import { questionsIn } from './condition.ts'
import { type FastCondition, type FastGuide, fastGuide, type Slots } from './fast-condition.ts'
import { compareForEveryone } from './order.ts'
import { openStatus } from './plan.ts'
import { severity } from './status.ts'

const CHECK_FIRST = severity('check-first')

type FastOption = {
  /** `{"id":"nsaids","status":"` and so on: everything that never changes is made text once. */
  readonly opening: string
  /** By severity of their status, most restrictive first: the order in which a plan gives its reasons. */
  readonly rules: readonly {
    readonly text: string
    readonly severity: number
    readonly whileOpen: number
    readonly when: FastCondition
  }[]
  /** Its questions and the gates', in the guide's order, with their text. */
  readonly questions: readonly { readonly at: number; readonly text: string }[]
  readonly findsOut: boolean
  readonly indications: readonly FastCondition[]
  /** Places in `given` of the wishes that it meets, and that it goes against. */
  readonly meets: readonly number[]
  readonly conflicts: readonly number[]
}

/**
 * Makes a guide ready to judge many people: gives a function from one person's answers to the body of a brief plan,
 * as JSON text from `"outcome"` on (contract section 4, nextline/brief@1), or undefined when the answers are not the
 * guide's own. It says what core/plan.ts says, and makes no object per rule.
 */
export function briefWriter(guide: Guide): (answers: unknown) => string | undefined {
  const fast = fastGuide(guide)
  const slots = fast.newSlots()
  const signs = guide.warningSigns.map((sign) => ({
    text: JSON.stringify(sign.id),
    when: fast.condition(sign.when),
  }))
  const scope = guide.outOfScope.map((gate) => fast.condition(gate.when))
  const gates = [...signs.map((sign) => sign.when), ...scope]
  const writeOptions = optionsWriter(guide, fast, gates)
  return (answers) => {
    if (!fast.read(answers, slots)) return undefined
    const urgent = signs.filter((sign) => sign.when.truth(slots) === 1).map((sign) => sign.text)
    if (urgent.length > 0) return body('urgent', urgent.join(), '')
    if (scope.some((gate) => gate.truth(slots) === 1)) return body('out-of-scope', '', '')
    return body('options', '', writeOptions(slots))
  }
}

function body(outcome: Plan['outcome'], urgent: string, options: string): string {
  return `"outcome":"${outcome}","urgent":[${urgent}],"options":[${options}]`
}

function optionsWriter(
  guide: Guide,
  fast: FastGuide,
  gates: readonly FastCondition[],
): (slots: Slots) => string {
  const gateQuestions = [...guide.warningSigns, ...guide.outOfScope].flatMap((gate) => questionsIn(gate.when))
  const options = [...guide.options]
    .sort(compareForEveryone)
    .map((option) => fastOption(option, guide, fast, gateQuestions))
  const keys = new Float64Array(options.length)
  const texts = new Array<string>(options.length).fill('')
  const wishes = guide.questions.reduce(
    (sum, { role, answers }) => sum + (role === 'preference' ? answers.length : 0),
    1,
  )
  let mark = 0
  return (slots) => {
    const gateOpen = gates.some((gate) => gate.truth(slots) === 2)
    for (let at = 0; at < options.length; at += 1) {
      const option = options[at] as FastOption
      mark += 1
      const status = judge(option, slots, gates, gateOpen, mark)
      texts[at] = status.text
      keys[at] = answersKey(option, status.severity, wishes, slots) * options.length + at
    }
    keys.sort()
    let text = ''
    for (const key of keys) text += `${text === '' ? '' : ','}${texts[key % options.length]}`
    return text
  }
}

function fastOption(
  option: TreatmentOption,
  guide: Guide,
  fast: FastGuide,
  gateQuestions: readonly QuestionId[],
): FastOption {
  const named = new Set([...gateQuestions, ...option.rules.flatMap((rule) => questionsIn(rule.when))])
  return {
    opening: `{"id":${JSON.stringify(option.id)},"status":"`,
    rules: option.rules
      .map((rule) => ({
        text: JSON.stringify(rule.id),
        severity: severity(rule.status),
        whileOpen: severity(openStatus(rule)),
        when: fast.condition(rule.when),
      }))
      .sort((a, b) => b.severity - a.severity),
    questions: guide.questions
      .filter(({ id }) => named.has(id))
      .map(({ id }) => ({ at: fast.questionAt(id), text: JSON.stringify(id) })),
    findsOut: option.purpose === 'find-out',
    indications: (option.indications ?? []).map(({ when }) => fast.condition(when)),
    meets: choicesOf(guide, fast, option, ({ seeks }) => seeks),
    conflicts: choicesOf(guide, fast, option, ({ avoids }) => avoids),
  }
}

/** Places in `given` of the wishes that name a feature of the option. */
function choicesOf(
  guide: Guide,
  fast: FastGuide,
  { features }: TreatmentOption,
  feature: (choice: AnswerChoice) => string | undefined,
): readonly number[] {
  return guide.questions
    .filter(({ role }) => role === 'preference')
    .flatMap(({ id, answers }) =>
      answers
        .filter((choice) => features.includes(feature(choice) ?? ''))
        .map((choice) => fast.valueAt(id, choice.id)),
    )
}

/** The keys of order.ts that depend on the answers as one number, each below the step of the one before. */
function answersKey(option: FastOption, status: number, wishes: number, slots: Slots): number {
  const isNextStep =
    status <= CHECK_FIRST &&
    option.indications.some((when) => when.truth(slots) === 1) &&
    countGiven(option.conflicts, slots) === 0
  const key = ((isNextStep ? 0 : 1) * STATUSES.length + status) * 2 + (option.findsOut ? 0 : 1)
  return key * wishes + (wishes - 1 - countGiven(option.meets, slots))
}

function countGiven(places: readonly number[], slots: Slots): number {
  let count = 0
  for (const at of places) if (slots.given[at] === slots.person) count += 1
  return count
}

function judge(
  option: FastOption,
  slots: Slots,
  gates: readonly FastCondition[],
  gateOpen: boolean,
  mark: number,
): { readonly severity: number; readonly text: string } {
  let known = 0
  let open = gateOpen ? CHECK_FIRST : 0
  let rules = ''
  for (const rule of option.rules) {
    const truth = rule.when.truth(slots)
    if (truth === 2) open = Math.max(open, rule.whileOpen)
    if (truth !== 1) continue
    known = Math.max(known, rule.severity)
    rules += `${rules === '' ? '' : ','}${rule.text}`
  }
  const status = Math.max(known, open)
  const ask = open > 0 ? askText(option, slots, gates, known, mark) : ''
  return {
    severity: status,
    text: `${option.opening}${STATUSES[status]}","rules":[${rules}],"ask":[${ask}]}`,
  }
}

/** The questions whose answer could still change the status (core/plan.ts says when). */
function askText(
  option: FastOption,
  slots: Slots,
  gates: readonly FastCondition[],
  known: number,
  mark: number,
): string {
  if (known < CHECK_FIRST) for (const gate of gates) gate.markOpen(slots, mark)
  for (const rule of option.rules) {
    if (rule.severity > known) rule.when.markOpen(slots, mark)
  }
  let text = ''
  for (const question of option.questions) {
    if (slots.marked[question.at] === mark) text += `${text === '' ? '' : ','}${question.text}`
  }
  return text
}
