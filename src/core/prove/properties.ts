import { statusFor } from '../engine/judge.ts'
import { plan } from '../engine/plan.ts'
import type { Answers, Condition, Guide, OptionId, Property, Status, TreatmentOption } from '../model.ts'
import { STATUSES } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { TRUE } from './diagram-condition.ts'
import { hasOptions, type Judgement, OUT_OF_SCOPE, URGENT } from './diagram-guide.ts'
import { fewestAnswers } from './diagram-space.ts'
import type { Finding } from './finding.ts'

export type StatusProperty = Property & { readonly kind: 'status' }

/** Proves a property about the outcome, and that one about statuses can apply. Lint decides those about texts. */
export function proveProperty(guide: Guide, judgement: Judgement, property: Property): readonly Finding[] {
  if (property.kind === 'text') return []
  if (property.kind === 'outcome') return proveOutcome(guide, judgement, property)
  const { diagrams, both } = judgement
  const withList = both(whereBinding(judgement, property), diagrams.where(judgement.outcome, hasOptions))
  return withList === 0
    ? [{ code: 'property-never-applies', property: property.id, place: property.place }]
    : []
}

/** Proves a property about the status of one option. */
export function proveStatus(
  guide: Guide,
  judgement: Judgement,
  property: StatusProperty,
  { option, status }: { readonly option: OptionId; readonly status: Diagram },
): readonly Finding[] {
  const { diagrams, both, space } = judgement
  const forbidden = diagrams.where(status, (value) => !isAllowed(property.only, value))
  const answers = fewestAnswers(diagrams, space, both(whereBinding(judgement, property), forbidden))
  if (answers === undefined) return []
  return [
    {
      code: 'property-status',
      property: property.id,
      option,
      status: statusIn(guide, option, answers),
      answers,
      place: property.place,
    },
  ]
}

/** 1 where the property applies: `when` is true and `unless` is not known to be true. */
function whereBinding(judgement: Judgement, { when, unless }: StatusProperty): Diagram {
  const { diagrams, both } = judgement
  const excused = unless === undefined ? 0 : isTrue(judgement, unless)
  return both(
    isTrue(judgement, when),
    diagrams.where(excused, (value) => value === 0),
  )
}

function isAllowed(only: readonly Status[], value: number): boolean {
  const status = STATUSES[value]
  return status === undefined || only.includes(status)
}

/** The status that plan() gives, so that a reader who tries the answers sees the same. */
export function statusIn(guide: Guide, option: string, answers: Answers): Status {
  const status = statusFor(guide, option, answers)
  if (status === undefined) throw new Error(`The proof and the plan differ on ${option}.`)
  return status
}

function proveOutcome(
  guide: Guide,
  judgement: Judgement,
  property: Property & { readonly kind: 'outcome' },
): readonly Finding[] {
  const { diagrams, both, space } = judgement
  const bound = isTrue(judgement, property.when)
  if (bound === 0) return [{ code: 'property-never-applies', property: property.id, place: property.place }]
  const other = diagrams.where(judgement.outcome, (value) => outcomeName(value) !== property.outcome)
  const answers = fewestAnswers(diagrams, space, both(bound, other))
  if (answers === undefined) return []
  const { outcome } = plan(guide, answers)
  return [{ code: 'property-outcome', property: property.id, outcome, answers, place: property.place }]
}

function outcomeName(value: number) {
  return value === URGENT ? 'urgent' : value === OUT_OF_SCOPE ? 'out-of-scope' : 'options'
}

/** 1 where a condition is true, whatever the outcome. */
function isTrue({ diagrams, conditions }: Judgement, condition: Condition): Diagram {
  return diagrams.where(conditions.truthOf(condition), (truth) => truth === TRUE)
}

/** The list is never empty: nowhere in the answer space is every option not relevant. */
export function proveListNeverEmpty(
  judgement: Judgement,
  options: readonly TreatmentOption[],
  place: Finding['place'],
): readonly Finding[] {
  const { diagrams, both, space } = judgement
  const empty = options
    .map(({ rules }) => diagrams.where(judgement.statusOf(rules), (value) => value === NOT_RELEVANT))
    .reduce(both, diagrams.where(judgement.outcome, hasOptions))
  const answers = fewestAnswers(diagrams, space, empty)
  return answers === undefined ? [] : [{ code: 'list-empty', answers, place }]
}

/** True for an option that is relevant for all answers; the list is then never empty. */
export function isAlwaysRelevant({ diagrams }: Judgement, status: Diagram): boolean {
  return !diagrams.values(status).has(NOT_RELEVANT)
}

const NOT_RELEVANT = STATUSES.indexOf('not-relevant')
