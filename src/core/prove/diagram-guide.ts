import { CHECK_FIRST, openStatus, severity } from '../engine/status.ts'
import type { Condition, Guide, Rule, TreatmentOption } from '../model.ts'
import { createDiagrams, type Diagram, type Diagrams } from './diagram.ts'
import { type Conditions, readConditions, TRUE, UNKNOWN } from './diagram-condition.ts'
import { encodeAnswers, type Space } from './diagram-space.ts'
import { type Focus, focusOn, orderQuestions } from './variable-order.ts'

/** The value in diagrams of options and rules where the plan has no options. */
export const NO_OPTIONS = 6

/** Values of the outcome diagram. The last two both mean `options`. */
export const URGENT = 0
export const OUT_OF_SCOPE = 1
const GATES_OPEN = 2
const GATES_CLOSED = 3

/** What plan.ts gives for one set of answers, as diagrams over all of them. */
export type Judgement = {
  readonly diagrams: Diagrams
  readonly space: Space
  readonly conditions: Conditions
  /** `URGENT`, `OUT_OF_SCOPE`, or one of two values for a list of options. */
  readonly outcome: Diagram
  /** 1 where there are options and no gate is open. */
  readonly gatesClosed: Diagram
  /** The diagram where the plan has options; `NO_OPTIONS` elsewhere. */
  readonly whereOptions: (diagram: Diagram) => Diagram
  /** The truth of a rule or of another condition, where there are options. */
  readonly truthOf: (condition: Condition) => Diagram
  /** An option's severity, or `NO_OPTIONS`. */
  readonly statusOf: (rules: readonly Rule[]) => Diagram
  /** The status diagram of an option without each one of its rules, in their order. */
  readonly statusWithoutEach: (option: TreatmentOption) => readonly Diagram[]
  /** Both are true. For diagrams of 0 and 1. */
  readonly both: (a: Diagram, b: Diagram) => Diagram
}

/**
 * Builds the diagrams of the gates; those of an option are built on demand. The variable order suits the conditions in
 * `focus`. `steps` limits the work (Diagrams.allow).
 */
export function judgeAll(
  guide: Pick<Guide, 'questions' | 'warningSigns' | 'outOfScope' | 'options'>,
  focus: readonly Focus[] = guide.options.map(focusOn),
  steps = Number.POSITIVE_INFINITY,
): Judgement {
  const diagrams = createDiagrams()
  diagrams.allow(steps)
  return judgeIn({ diagrams, space: encodeAnswers(orderQuestions(guide, focus), guide.questions) }, guide)
}

/** Like `judgeAll`, on diagrams and a space that other judgements may share. */
export function judgeIn(
  { diagrams, space }: Pick<Judgement, 'diagrams' | 'space'>,
  guide: Pick<Guide, 'questions' | 'warningSigns' | 'outOfScope'>,
): Judgement {
  const conditions = readConditions(diagrams, space, guide.questions)
  const { binary, map } = diagrams
  const worse = binary(Math.max, (a, b) => (a === 0 ? b : b === 0 ? a : undefined))
  const ifOptions = binary(
    (outcome, value) => (outcome < GATES_OPEN ? NO_OPTIONS : value),
    (outcome, value) => (outcome < GATES_OPEN ? NO_OPTIONS : outcome === GATES_CLOSED ? value : undefined),
  )
  const behindGates = binary(
    (outcome, value) =>
      outcome < GATES_OPEN ? NO_OPTIONS : outcome === GATES_OPEN ? Math.max(value, CHECK_FIRST) : value,
    (outcome, value) => (outcome < GATES_OPEN ? NO_OPTIONS : outcome === GATES_CLOSED ? value : undefined),
  )
  const outcome = outcomeOf(guide, diagrams, conditions)
  const contribution = (rule: Rule) =>
    map(conditions.truthOf(rule.when), (truth) =>
      truth === TRUE ? severity(rule.status) : truth === UNKNOWN ? severity(openStatus(rule)) : 0,
    )
  return {
    diagrams,
    space,
    conditions,
    outcome,
    gatesClosed: diagrams.where(outcome, (value) => value === GATES_CLOSED),
    whereOptions: (diagram) => ifOptions(outcome, diagram),
    truthOf: (condition) => ifOptions(outcome, conditions.truthOf(condition)),
    statusOf: (rules) => behindGates(outcome, rules.map(contribution).reduce(worse, 0)),
    statusWithoutEach: ({ rules }) =>
      withoutEach(rules.map(contribution), worse).map((others) => behindGates(outcome, others)),
    both: binary(Math.min, (a, b) => (a === 0 || b === 0 ? 0 : a === 1 ? b : b === 1 ? a : undefined)),
  }
}

/** For each part, the worst of all other parts, from a prefix and a suffix. */
function withoutEach(
  parts: readonly Diagram[],
  worse: (a: Diagram, b: Diagram) => Diagram,
): readonly Diagram[] {
  const after: Diagram[] = new Array(parts.length + 1).fill(0)
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    after[index] = worse(parts[index] as Diagram, after[index + 1] as Diagram)
  }
  let before: Diagram = 0
  return parts.map((part, index) => {
    const others = worse(before, after[index + 1] as Diagram)
    before = worse(before, part)
    return others
  })
}

/** Warning signs come before the guide's scope. With an unknown gate there are options, but none above check-first. */
function outcomeOf(
  { warningSigns, outOfScope }: Pick<Guide, 'warningSigns' | 'outOfScope'>,
  { binary, map }: Diagrams,
  { truthOf }: Conditions,
): Diagram {
  const first = binary(Math.min, (a, b) => (a === URGENT || b === URGENT ? URGENT : undefined))
  const gate = (when: Condition, ifTrue: number) =>
    map(truthOf(when), (truth) => (truth === TRUE ? ifTrue : truth === UNKNOWN ? GATES_OPEN : GATES_CLOSED))
  return [
    ...warningSigns.map((sign) => gate(sign.when, URGENT)),
    ...outOfScope.map((scope) => gate(scope.when, OUT_OF_SCOPE)),
  ].reduce((a, b) => first(a, b), GATES_CLOSED)
}

/** 1 where there are options and the condition is true. */
export function whereTrue({ diagrams, truthOf }: Judgement, condition: Condition): Diagram {
  return diagrams.where(truthOf(condition), (truth) => truth === TRUE)
}

/** True when the condition is true for some answers with which there are options. */
export function canBeTrue({ diagrams, truthOf }: Judgement, condition: Condition): boolean {
  return diagrams.values(truthOf(condition)).has(TRUE)
}

/** True for a value of the outcome diagram that means a list of options. */
export function hasOptions(outcome: number): boolean {
  return outcome >= GATES_OPEN
}
