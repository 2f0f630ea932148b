import {
  type AnswerChoice,
  type Answers,
  type Guide,
  type Indication,
  type OptionId,
  type OutOfScope,
  type PlanOutcome,
  type Rule,
  STATUSES,
  type Status,
  type TreatmentOption,
  type WarningSign,
} from '../model.ts'
import { type AnswerSheet, layOut, type SheetLayout } from './answer-sheet.ts'
import {
  type CompiledCondition,
  type ConditionCompiler,
  conditionCompiler,
  TRUE,
  UNKNOWN,
} from './compiled-condition.ts'
import { questionsIn } from './condition.ts'
import { compareForEveryone, rankNumber } from './order.ts'
import { openStatus, severity } from './status.ts'

const CHECK_FIRST = severity('check-first')

export type CompiledRule = {
  readonly rule: Rule
  /** Its place in `Verdict.truths`. */
  readonly at: number
  readonly severity: number
  readonly whileOpen: number
  readonly when: CompiledCondition
}

type CompiledOption = {
  readonly option: TreatmentOption
  /** Most restrictive first, then in the guide's order. */
  readonly rules: readonly CompiledRule[]
  readonly indications: readonly { readonly indication: Indication; readonly when: CompiledCondition }[]
  readonly findsOut: boolean
  readonly meets: readonly Wish[]
  readonly conflicts: readonly Wish[]
  /** The questions that its rules and the gates name, by number, in the guide's order. */
  readonly questions: readonly number[]
}

/** An answer of a preference, and its place in `AnswerSheet.given`. */
type Wish = { readonly choice: AnswerChoice; readonly place: number }

/** A guide made ready to judge people, one after the other. */
export type CompiledGuide = {
  readonly guide: Guide
  readonly layout: SheetLayout
  readonly conditions: ConditionCompiler
  readonly sheet: AnswerSheet
  readonly signs: readonly { readonly sign: WarningSign; readonly when: CompiledCondition }[]
  readonly scopes: readonly { readonly gate: OutOfScope; readonly when: CompiledCondition }[]
  readonly gates: readonly CompiledCondition[]
  /** In the order that holds for everyone (order.ts). */
  readonly options: readonly CompiledOption[]
  readonly ruleCount: number
  readonly wishCount: number
  readonly verdict: Verdict
}

/** What `judge` found for the last person. By option means by its place in `CompiledGuide.options`. */
export type Verdict = {
  gateOpen: boolean
  /** By rule. */
  readonly truths: Uint8Array
  /** By option: the severity of the rules that apply, and of the status. */
  readonly known: Uint8Array
  readonly severities: Uint8Array
  /** By option: 1 for a next step. */
  readonly nextSteps: Uint8Array
  /** Options in the order of the plan. */
  readonly order: Uint16Array
  /** Scratch space of the sort. */
  readonly keys: Float64Array
}

const compiledGuides = new WeakMap<Guide, CompiledGuide>()

/** Compiles a guide once. What it gives is reused: judging a person overwrites the verdict on the one before. */
export function compile(guide: Guide): CompiledGuide {
  const known = compiledGuides.get(guide)
  if (known !== undefined) return known
  const compiled = compileGuide(guide)
  compiledGuides.set(guide, compiled)
  return compiled
}

function compileGuide(guide: Guide): CompiledGuide {
  const layout = layOut(guide.questions)
  const conditions = conditionCompiler(layout)
  const { condition } = conditions
  const signs = guide.warningSigns.map((sign) => ({ sign, when: condition(sign.when) }))
  const scopes = guide.outOfScope.map((gate) => ({ gate, when: condition(gate.when) }))
  const wishes = guide.questions
    .filter(({ role }) => role === 'preference')
    .flatMap(({ id, answers }) =>
      answers.map((choice): Wish => ({ choice, place: layout.valueAt(id, choice.id) ?? -1 })),
    )
  const numbering = { next: 0 }
  const options = [...guide.options]
    .sort(compareForEveryone)
    .map((option) => compileOption(option, guide, { layout, conditions, wishes, numbering }))
  return {
    guide,
    layout,
    conditions,
    sheet: layout.newSheet(),
    signs,
    scopes,
    gates: [...signs, ...scopes].map(({ when }) => when),
    options,
    ruleCount: numbering.next,
    wishCount: wishes.length,
    verdict: {
      gateOpen: false,
      truths: new Uint8Array(numbering.next),
      known: new Uint8Array(options.length),
      severities: new Uint8Array(options.length),
      nextSteps: new Uint8Array(options.length),
      order: new Uint16Array(options.length),
      keys: new Float64Array(options.length),
    },
  }
}

function compileOption(
  option: TreatmentOption,
  guide: Guide,
  parts: {
    readonly layout: SheetLayout
    readonly conditions: ConditionCompiler
    readonly wishes: readonly Wish[]
    readonly numbering: { next: number }
  },
): CompiledOption {
  const { layout, conditions, wishes, numbering } = parts
  const named = [...guide.warningSigns, ...guide.outOfScope, ...option.rules].flatMap(({ when }) =>
    questionsIn(when).map(layout.questionAt),
  )
  const has = (feature: string | undefined) => feature !== undefined && option.features.includes(feature)
  return {
    option,
    rules: [...option.rules]
      .sort((a, b) => severity(b.status) - severity(a.status))
      .map((rule) => ({
        rule,
        at: numbering.next++,
        severity: severity(rule.status),
        whileOpen: severity(openStatus(rule)),
        when: conditions.condition(rule.when),
      })),
    indications: (option.indications ?? []).map((indication) => ({
      indication,
      when: conditions.condition(indication.when),
    })),
    findsOut: option.purpose === 'find-out',
    meets: wishes.filter(({ choice }) => has(choice.seeks)),
    conflicts: wishes.filter(({ choice }) => has(choice.avoids)),
    questions: [...new Set(named)].sort((a, b) => a - b),
  }
}

/**
 * Judges the person whose answers are on the sheet: gates first (warning signs, then scope), then every option's
 * status and place (contract section 4). For `options`, fills in `compiled.verdict`.
 */
export function judge(compiled: CompiledGuide): PlanOutcome {
  const { sheet, signs, scopes, gates, verdict } = compiled
  if (signs.some(({ when }) => when.truth(sheet) === TRUE)) return 'urgent'
  if (scopes.some(({ when }) => when.truth(sheet) === TRUE)) return 'out-of-scope'
  verdict.gateOpen = gates.some((gate) => gate.truth(sheet) === UNKNOWN)
  judgeOptions(compiled)
  return 'options'
}

function judgeOptions({ options, sheet, verdict, wishCount }: CompiledGuide): void {
  const { keys, nextSteps, order, severities } = verdict
  for (let at = 0; at < options.length; at += 1) {
    const option = options[at] as CompiledOption
    const status = judgeOption(option, sheet, verdict, at)
    const isNextStep =
      status <= CHECK_FIRST &&
      option.indications.some(({ when }) => when.truth(sheet) === TRUE) &&
      countGiven(option.conflicts, sheet) === 0
    nextSteps[at] = isNextStep ? 1 : 0
    severities[at] = status
    const met = countGiven(option.meets, sheet)
    const rank = rankNumber({ isNextStep, severity: status, findsOut: option.findsOut, met }, wishCount)
    keys[at] = rank * options.length + at
  }
  keys.sort()
  for (let at = 0; at < keys.length; at += 1) order[at] = (keys[at] as number) % options.length
}

/** The severity of an option's status. Rules that apply decide, and those that still could (openStatus). */
function judgeOption({ rules }: CompiledOption, sheet: AnswerSheet, verdict: Verdict, at: number): number {
  let known = 0
  let open = verdict.gateOpen ? CHECK_FIRST : 0
  for (const rule of rules) {
    const truth = rule.when.truth(sheet)
    verdict.truths[rule.at] = truth
    if (truth === UNKNOWN && rule.whileOpen > open) open = rule.whileOpen
    else if (truth === TRUE && rule.severity > known) known = rule.severity
  }
  verdict.known[at] = known
  return known > open ? known : open
}

export function isGiven({ place }: Wish, sheet: AnswerSheet): boolean {
  return sheet.given[place] === sheet.person
}

function countGiven(wishes: readonly Wish[], sheet: AnswerSheet): number {
  let count = 0
  for (const wish of wishes) if (isGiven(wish, sheet)) count += 1
  return count
}

/** Marks the questions whose answers could still change the status of an option. False when there are none. */
export function markAsked({ gates, options, sheet, verdict }: CompiledGuide, at: number): boolean {
  const known = verdict.known[at] as number
  let isAny = verdict.gateOpen && known < CHECK_FIRST
  sheet.mark += 1
  if (isAny) for (const gate of gates) gate.markOpen(sheet)
  for (const rule of (options[at] as CompiledOption).rules) {
    // Rules come most restrictive first: none of the rest could change what is known.
    if (rule.severity <= known) break
    if (verdict.truths[rule.at] !== UNKNOWN) continue
    rule.when.markOpen(sheet)
    isAny = true
  }
  return isAny
}

/** The status of one option; undefined where the plan has no options. */
export function statusFor(guide: Guide, option: OptionId, answers: Answers): Status | undefined {
  const compiled = compile(guide)
  compiled.layout.read(answers, compiled.sheet)
  if (judge(compiled) !== 'options') return undefined
  const at = compiled.options.findIndex((own) => own.option.id === option)
  return STATUSES[compiled.verdict.severities[at] ?? -1]
}
