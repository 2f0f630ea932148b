import { type Answers, type Guide, type OptionId, type PlanOutcome, STATUSES, type Status } from '../model.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import {
  type CompiledGuide,
  type CompiledOption,
  compile,
  type PreferenceAnswer,
  type Verdict,
} from './compile.ts'
import { type Conditional, FALSE, TRUE, UNKNOWN } from './compiled-condition.ts'
import { rankNumber } from './order.ts'
import { CHECK_FIRST } from './status.ts'

/**
 * Judges the person whose answers are on the sheet: gates first (warning signs, then scope), then every option's
 * status and place (contract section 4). For `options`, fills in `compiled.verdict`.
 */
export function judge(compiled: CompiledGuide): PlanOutcome {
  const outcome = judgeGates(compiled)
  if (outcome === 'options') {
    judgeOptions(compiled, true)
    orderOptions(compiled)
  }
  return outcome
}

/** The same for statuses, next steps and what is open: without the options' places, and rules that decide nothing. */
export function judgeStatuses(compiled: CompiledGuide): PlanOutcome {
  const outcome = judgeGates(compiled)
  if (outcome === 'options') judgeOptions(compiled, false)
  return outcome
}

function judgeGates({ sheet, signs, scopes, verdict }: CompiledGuide): PlanOutcome {
  const urgent = anyOf(signs, sheet)
  if (urgent === TRUE) return 'urgent'
  const outside = anyOf(scopes, sheet)
  if (outside === TRUE) return 'out-of-scope'
  verdict.gateOpen = urgent === UNKNOWN || outside === UNKNOWN
  return 'options'
}

/** True when one of the conditions is true; else unknown when one is unknown; else false. */
function anyOf(conditionals: readonly Conditional[], sheet: AnswerSheet): number {
  let whole: number = FALSE
  for (const { when } of conditionals) {
    const truth = when.truth(sheet)
    if (truth === TRUE) return TRUE
    if (truth === UNKNOWN) whole = UNKNOWN
  }
  return whole
}

function judgeOptions({ options, sheet, verdict }: CompiledGuide, everyRule: boolean): void {
  const { nextSteps, severities } = verdict
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index] as CompiledOption
    const status = judgeOption(option, sheet, verdict, index, everyRule)
    const isNextStep =
      status <= CHECK_FIRST &&
      countGiven(option.conflicts, sheet) === 0 &&
      anyOf(option.indications, sheet) === TRUE
    nextSteps[index] = isNextStep ? 1 : 0
    severities[index] = status
  }
}

function orderOptions({ options, sheet, verdict, preferenceCount }: CompiledGuide): void {
  const { keys, nextSteps, order, severities } = verdict
  for (let index = 0; index < options.length; index += 1) {
    const { findsOut, meets } = options[index] as CompiledOption
    const standing = {
      isNextStep: nextSteps[index] === 1,
      severity: severities[index] as number,
      findsOut,
      met: countGiven(meets, sheet),
    }
    keys[index] = rankNumber(standing, preferenceCount) * options.length + index
  }
  keys.sort()
  for (let index = 0; index < keys.length; index += 1) order[index] = (keys[index] as number) % options.length
}

/**
 * The severity of an option's status, from the rules that apply and those that still could (openStatus). Without
 * `everyRule` it stops at the rule after which none can change that or what is asked.
 */
function judgeOption(
  { rules }: CompiledOption,
  sheet: AnswerSheet,
  verdict: Verdict,
  index: number,
  everyRule: boolean,
): number {
  let known = 0
  let open = verdict.gateOpen ? CHECK_FIRST : 0
  for (const rule of rules) {
    if (!everyRule && rule.atMost <= known) break
    const truth = rule.when.truth(sheet)
    verdict.truths[rule.index] = truth
    if (truth === UNKNOWN && rule.whileOpen > open) open = rule.whileOpen
    else if (truth === TRUE && rule.severity > known) known = rule.severity
  }
  verdict.known[index] = known
  return known > open ? known : open
}

/** True when the person on the sheet gave this answer. */
export function isGiven({ place }: PreferenceAnswer, sheet: AnswerSheet): boolean {
  return sheet.given[place] === sheet.person
}

function countGiven(preferences: readonly PreferenceAnswer[], sheet: AnswerSheet): number {
  let count = 0
  for (const preference of preferences) if (isGiven(preference, sheet)) count += 1
  return count
}

/** Marks the questions whose answers could change an option's status. False when there are none. */
export function markAsked({ gates, options, sheet, verdict }: CompiledGuide, index: number): boolean {
  const known = verdict.known[index] as number
  let isAny = verdict.gateOpen && known < CHECK_FIRST
  sheet.mark += 1
  if (isAny) for (const gate of gates) gate.markOpen(sheet)
  for (const rule of (options[index] as CompiledOption).rules) {
    // Rules are sorted most restrictive first, so the rest cannot change the status.
    if (rule.severity <= known) break
    if (verdict.truths[rule.index] !== UNKNOWN) continue
    rule.when.markOpen(sheet)
    isAny = true
  }
  return isAny
}

/** The status of one option; undefined when the plan has no options. */
export function statusFor(guide: Guide, option: OptionId, answers: Answers): Status | undefined {
  const compiled = compile(guide)
  compiled.layout.read(answers, compiled.sheet)
  if (judge(compiled) !== 'options') return undefined
  const index = compiled.options.findIndex((compiledOption) => compiledOption.option.id === option)
  return STATUSES[compiled.verdict.severities[index] ?? -1]
}
