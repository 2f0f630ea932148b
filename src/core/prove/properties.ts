import { statusFor } from '../engine/judge.ts'
import { plan } from '../engine/plan.ts'
import type { Answers, Condition, Guide, Property, Status } from '../model.ts'
import { STATUSES } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { TRUE } from './diagram-condition.ts'
import { hasOptions, type Judgement, NO_OPTIONS, OUT_OF_SCOPE, URGENT } from './diagram-guide.ts'
import { fewestAnswers } from './diagram-space.ts'
import type { Finding } from './finding.ts'

/** An option's status diagram, by the option's id. */
export type StatusDiagrams = ReadonlyMap<string, Diagram>

/** The guide's own safety properties; those about texts are decided by lint, and hold nothing here. */
export function proveProperties(
  guide: Guide,
  judgement: Judgement,
  statuses: StatusDiagrams,
): readonly Finding[] {
  return guide.properties.flatMap((property) => {
    if (property.kind === 'text') return []
    return property.kind === 'status'
      ? proveStatus(guide, judgement, statuses, property)
      : proveOutcome(guide, judgement, property)
  })
}

function proveStatus(
  guide: Guide,
  judgement: Judgement,
  statuses: StatusDiagrams,
  property: Property & { readonly kind: 'status' },
): readonly Finding[] {
  const { diagrams, both } = judgement
  const excused = property.unless === undefined ? 0 : isTrue(judgement, property.unless)
  const bound = both(
    isTrue(judgement, property.when),
    diagrams.map(excused, (value) => 1 - value),
  )
  const withList = both(
    bound,
    diagrams.map(judgement.outcome, (value) => (hasOptions(value) ? 1 : 0)),
  )
  if (withList === 0) {
    return [{ code: 'property-never-applies', property: property.id, place: property.place }]
  }
  return property.options.flatMap((option) => {
    const status = statuses.get(option)
    if (status === undefined) return []
    const forbidden = diagrams.map(status, (value) => (allowed(property.only, value) ? 0 : 1))
    const answers = fewestAnswers(diagrams, judgement.space, both(bound, forbidden), 1)
    if (answers === undefined) return []
    const found = statusIn(guide, option, answers)
    return [
      {
        code: 'property-status',
        property: property.id,
        option,
        status: found,
        answers,
        place: property.place,
      },
    ]
  })
}

function allowed(only: readonly Status[], value: number): boolean {
  const status = STATUSES[value]
  return status === undefined || only.includes(status)
}

/** The status that plan() gives: what a reader sees who tries the answers. */
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
  const other = diagrams.map(judgement.outcome, (value) => (outcomeName(value) === property.outcome ? 0 : 1))
  const answers = fewestAnswers(diagrams, space, both(bound, other), 1)
  if (answers === undefined) return []
  const { outcome } = plan(guide, answers)
  return [{ code: 'property-outcome', property: property.id, outcome, answers, place: property.place }]
}

function outcomeName(value: number) {
  return value === URGENT ? 'urgent' : value === OUT_OF_SCOPE ? 'out-of-scope' : 'options'
}

/** 1 where a condition is true, whatever the outcome. */
function isTrue({ diagrams, conditions }: Judgement, condition: Condition): Diagram {
  return diagrams.map(conditions.truthOf(condition), (truth) => (truth === TRUE ? 1 : 0))
}

/** The list is never empty: somewhere in the answer space every option is not relevant. */
export function proveListNeverEmpty(judgement: Judgement, statuses: StatusDiagrams, place: Finding['place']) {
  const { diagrams, both, space } = judgement
  const notRelevant = STATUSES.indexOf('not-relevant')
  const all = [...statuses.values()]
  // An option that is always relevant settles it, without a look at the others together.
  if (all.some((status) => !diagrams.values(status).has(notRelevant))) return []
  const empty = all
    .map((status) => diagrams.map(status, (value) => (value === notRelevant ? 1 : 0)))
    .reduce(
      both,
      diagrams.map(judgement.whereOptions(1), (value) => (value === NO_OPTIONS ? 0 : 1)),
    )
  const answers = fewestAnswers(diagrams, space, empty, 1)
  return answers === undefined ? [] : [{ code: 'list-empty', answers, place } as const]
}
