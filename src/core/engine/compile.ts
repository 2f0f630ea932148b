import { cached } from '../memo.ts'
import type {
  AnswerChoice,
  Guide,
  Indication,
  OutOfScope,
  QuestionId,
  Rule,
  TreatmentOption,
  WarningSign,
} from '../model.ts'
import { type AnswerSheet, layOut, type SheetLayout } from './answer-sheet.ts'
import { type CompiledCondition, type ConditionCompiler, conditionCompiler } from './compiled-condition.ts'
import { gateConditions, questionsIn } from './condition.ts'
import { inOrderForEveryone } from './order.ts'
import { openStatus, severity } from './status.ts'

export type CompiledRule = {
  readonly rule: Rule
  /** Its index in `Verdict.truths`. */
  readonly index: number
  readonly severity: number
  readonly whileOpen: number
  /** The most restrictive that it and the rules after it can give. */
  readonly atMost: number
  readonly when: CompiledCondition
}

export type CompiledOption = {
  readonly option: TreatmentOption
  /** Most restrictive first, then in the guide's order. */
  readonly rules: readonly CompiledRule[]
  readonly indications: readonly { readonly indication: Indication; readonly when: CompiledCondition }[]
  readonly findsOut: boolean
  readonly meets: readonly PreferenceAnswer[]
  readonly conflicts: readonly PreferenceAnswer[]
  /** Indexes of the questions that its rules and the gates name, in the guide's order. */
  readonly questions: readonly number[]
}

/** An answer of a preference question, and its index in `AnswerSheet.given`. */
export type PreferenceAnswer = { readonly choice: AnswerChoice; readonly place: number }

/** A guide compiled for judging people one after the other. */
export type CompiledGuide = {
  readonly guide: Guide
  readonly layout: SheetLayout
  readonly conditions: ConditionCompiler
  readonly sheet: AnswerSheet
  readonly signs: readonly { readonly sign: WarningSign; readonly when: CompiledCondition }[]
  readonly scopes: readonly { readonly gate: OutOfScope; readonly when: CompiledCondition }[]
  readonly gates: readonly CompiledCondition[]
  /** Sorted by the keys that are the same for everyone (order.ts). */
  readonly options: readonly CompiledOption[]
  readonly ruleCount: number
  readonly preferenceCount: number
  readonly verdict: Verdict
}

/** What `judge` found for the last person. "By option" means by its index in `CompiledGuide.options`. */
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

/** Compiles a guide, once. The result is shared: judging a person overwrites the previous verdict. */
export const compile = cached(newCompiledGuide)

function newCompiledGuide(guide: Guide): CompiledGuide {
  const layout = layOut(guide.questions)
  const conditions = conditionCompiler(layout)
  const { condition } = conditions
  const signs = guide.warningSigns.map((sign) => ({ sign, when: condition(sign.when) }))
  const scopes = guide.outOfScope.map((gate) => ({ gate, when: condition(gate.when) }))
  const preferences = guide.questions
    .filter(({ role }) => role === 'preference')
    .flatMap(({ id, answers }) =>
      answers.map((choice): PreferenceAnswer => ({ choice, place: layout.valueAt(id, choice.id) ?? -1 })),
    )
  const numbering = { next: 0 }
  const inGates = gateConditions(guide).flatMap(questionsIn)
  const options = inOrderForEveryone(guide.options).map((option) =>
    compileOption(option, { layout, conditions, preferences, inGates, numbering }),
  )
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
    preferenceCount: preferences.length,
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
  parts: {
    readonly layout: SheetLayout
    readonly conditions: ConditionCompiler
    readonly preferences: readonly PreferenceAnswer[]
    readonly inGates: readonly QuestionId[]
    readonly numbering: { next: number }
  },
): CompiledOption {
  const { layout, conditions, preferences, inGates, numbering } = parts
  const questions = new Set([...inGates, ...option.rules.flatMap(({ when }) => questionsIn(when))])
  const rules = [...option.rules].sort((a, b) => severity(b.status) - severity(a.status))
  const has = (feature: string | undefined) => feature !== undefined && option.features.includes(feature)
  return {
    option,
    rules: rules.map((rule, index) => ({
      rule,
      index: numbering.next++,
      severity: severity(rule.status),
      whileOpen: severity(openStatus(rule)),
      atMost: Math.max(
        ...rules.slice(index).map((one) => Math.max(severity(one.status), severity(openStatus(one)))),
      ),
      when: conditions.condition(rule.when),
    })),
    indications: (option.indications ?? []).map((indication) => ({
      indication,
      when: conditions.condition(indication.when),
    })),
    findsOut: option.purpose === 'find-out',
    meets: preferences.filter(({ choice }) => has(choice.seeks)),
    conflicts: preferences.filter(({ choice }) => has(choice.avoids)),
    questions: [...questions].map(layout.questionAt).sort((a, b) => a - b),
  }
}
