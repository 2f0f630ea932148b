import { gateConditions } from '../core/engine/condition.ts'
import { openStatus, severity } from '../core/engine/status.ts'
import {
  type AnswerId,
  type Condition,
  type Guide,
  type QuestionId,
  type Rule,
  STATUSES,
  type Status,
  type TreatmentOption,
} from '../core/model.ts'

/**
 * Conditions in the three-valued logic of FHIRPath and CQL: true, false, or empty for unknown. fhirpath.ts writes it.
 */
export type Logic =
  | { readonly is: 'literal'; readonly value: true | false | 'unknown' }
  /** True when an answer is one of these; never unknown. */
  | { readonly is: 'holds'; readonly question: QuestionId; readonly values: readonly AnswerId[] }
  /** The same for a question with one answer, but unknown while it is open. */
  | { readonly is: 'one-of'; readonly question: QuestionId; readonly values: readonly AnswerId[] }
  /** True when a question has no answer, or "not sure". */
  | { readonly is: 'open'; readonly question: QuestionId }
  | { readonly is: 'all' | 'any'; readonly of: readonly Logic[] }
  | { readonly is: 'not'; readonly of: Logic }
  /** True or false, never unknown: whether the logic is true, is unknown, or is not false. */
  | { readonly is: 'surely' | 'unknown' | 'possibly'; readonly of: Logic }

function combine(is: 'all' | 'any', of: readonly Logic[]): Logic {
  const [first] = of
  return of.length === 1 && first !== undefined ? first : { is, of }
}

export const all = (of: readonly Logic[]): Logic => combine('all', of)
const any = (of: readonly Logic[]): Logic => combine('any', of)
export const not = (of: Logic): Logic => ({ is: 'not', of })
export const surely = (of: Logic): Logic => ({ is: 'surely', of })

/** A condition of the guide, with the engine's meaning. */
export function logicOf(condition: Condition, guide: Guide): Logic {
  switch (condition.kind) {
    case 'always':
      return { is: 'literal', value: true }
    case 'open':
      return { is: 'open', question: condition.question }
    case 'not':
      return not(logicOf(condition.of, guide))
    case 'all':
      return all(condition.of.map((part) => logicOf(part, guide)))
    case 'any':
      return any(mergeTests(condition.of).map((part) => logicOf(part, guide)))
    case 'is':
      return answerLogic(condition.question, condition.values, guide)
  }
}

/**
 * True when an answer is among `values`; unknown while the question is open, but false when its `ask-when` is false.
 */
function answerLogic(id: QuestionId, values: readonly AnswerId[], guide: Guide): Logic {
  const question = guide.questions.find((question) => question.id === id)
  const askWhen = question?.askWhen
  if (question?.type === 'one' && askWhen === undefined) return { is: 'one-of', question: id, values }
  const whileOpen: readonly Logic[] = [
    { is: 'open', question: id },
    ...(askWhen === undefined ? [] : [logicOf(askWhen, guide)]),
    { is: 'literal', value: 'unknown' },
  ]
  return any([{ is: 'holds', question: id, values }, all(whileOpen)])
}

/** Merges tests of the same question under `any` into one. */
function mergeTests(parts: readonly Condition[]): readonly Condition[] {
  const values = new Map<QuestionId, readonly AnswerId[]>()
  for (const part of parts) {
    if (part.kind !== 'is') continue
    values.set(part.question, [...new Set([...(values.get(part.question) ?? []), ...part.values])])
  }
  const tests = [...values].map(([question, values]) => ({ kind: 'is', question, values }) as const)
  return [...tests, ...parts.filter(({ kind }) => kind !== 'is')]
}

export type StatusLogic = { readonly status: Status; readonly when: Logic }

/**
 * The condition for each status that an option can have, for answers without warning signs and within the scope.
 * Exactly one is true, and none is unknown.
 */
export function statusLogic(option: TreatmentOption, guide: Guide): readonly StatusLogic[] {
  const gates = gateConditions(guide)
  const possible = STATUSES.filter(
    (status) =>
      status === 'suitable' ||
      (status === 'check-first' && gates.length > 0) ||
      option.rules.some((rule) => rule.status === status || openStatus(rule) === status),
  )
  const reaches = (status: Status, above: Status | undefined) =>
    any([
      ...ruleLogic(option.rules, status, above, guide),
      ...(gates.length > 0 && gateReaches(status, above)
        ? [{ is: 'unknown', of: anyOf(gates, guide) } as const]
        : []),
    ])
  return possible.map((status, index) => {
    const above = possible[index + 1]
    const reached = status === 'suitable' ? [] : [reaches(status, above)]
    return {
      status,
      when: all([...reached, ...(above === undefined ? [] : [not(reaches(above, undefined))])]),
    }
  })
}

/** An open gate gives `check-first`. */
function gateReaches(status: Status, above: Status | undefined): boolean {
  const reached = (least: Status) => severity('check-first') >= severity(least)
  return reached(status) && (above === undefined || !reached(above))
}

/**
 * Conditions under which a rule gives the status or a more restrictive one, by applying or by being open.
 * @param above a status that is not reached; rules that would reach it in the same way are left out
 */
function ruleLogic(
  rules: readonly Rule[],
  status: Status,
  above: Status | undefined,
  guide: Guide,
): readonly Logic[] {
  const conditionsNeeding = (truth: KnownTruth) =>
    rules
      .filter(
        (rule) =>
          truthNeeded(rule, status) === truth && (above === undefined || truthNeeded(rule, above) !== truth),
      )
      .map(({ when }) => when)
  const possible = conditionsNeeding('possibly')
  const sure = conditionsNeeding('surely')
  return [
    ...(possible.length === 0 ? [] : [{ is: 'possibly', of: anyOf(possible, guide) } as const]),
    ...(sure.length === 0 ? [] : [surely(anyOf(sure, guide))]),
    ...conditionsNeeding('unknown').map((when) => ({ is: 'unknown', of: logicOf(when, guide) }) as const),
  ]
}

type KnownTruth = 'surely' | 'unknown' | 'possibly'

/** The truth that a rule needs to give at least the status; undefined when it never does. */
function truthNeeded(rule: Rule, status: Status): KnownTruth | undefined {
  const applying = severity(rule.status) >= severity(status)
  const open = severity(openStatus(rule)) >= severity(status)
  if (applying && open) return 'possibly'
  return applying ? 'surely' : open ? 'unknown' : undefined
}

export function anyOf(conditions: readonly Condition[], guide: Guide): Logic {
  return logicOf({ kind: 'any', of: conditions }, guide)
}
