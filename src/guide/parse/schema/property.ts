import { isRecord } from '../../../core/is-record.ts'
import { type Condition, OUTCOMES, type Place, STATUSES, type Status } from '../../../core/model.ts'
import { openCondition } from './condition.ts'
import { place } from './option.ts'
import { byKind, choose, id, object, oneOf, optional, propertyId, type Shape, set, text } from './values.ts'

const statuses = (least: number) => set(oneOf(STATUSES), least)

/** Which options a property is about. */
export type Scope = 'all' | readonly string[] | { readonly with: readonly string[] }

export const scopes = { ids: set(id(), 1), features: object({ with: set(id(), 1) }), all: oneOf(['all']) }

const scope = choose<Scope>((input) => {
  if (Array.isArray(input)) return scopes.ids
  return isRecord(input) ? scopes.features : scopes.all
})

/** An item of properties.yaml, by what it is about. */
export const writtenProperties = {
  status: object({
    id: id(),
    says: text(),
    options: scope,
    when: openCondition,
    unless: optional(openCondition),
    only: optional(statuses(1)),
    never: optional(statuses(1)),
    place,
  }),
  outcome: object({ id: id(), says: text(), when: openCondition, outcome: oneOf(OUTCOMES), place }),
  text: object({ id: id(), says: text(), lint: id(), place }),
}

/** A property as authors write it, before its options are listed. */
export type WrittenProperty = { readonly id: string; readonly says: string; readonly place: Place } & (
  | {
      readonly options: Scope
      readonly when: Condition
      readonly unless?: Condition
      readonly only?: readonly Status[]
      readonly never?: readonly Status[]
    }
  | { readonly when: Condition; readonly outcome: (typeof OUTCOMES)[number] }
  | { readonly lint: string }
)

/** An item of properties.yaml; its fields show its kind. */
export const writtenProperty: Shape<WrittenProperty> = choose<WrittenProperty>((input) => {
  if (isRecord(input) && 'lint' in input) return writtenProperties.text
  return isRecord(input) && 'outcome' in input ? writtenProperties.outcome : writtenProperties.status
})

/** A property as the program uses and exports it. */
const fields = { id: propertyId(), says: text(), place }

export const property = byKind({
  status: {
    ...fields,
    options: set(id(), 1),
    when: openCondition,
    unless: optional(openCondition),
    only: statuses(0),
  },
  outcome: { ...fields, when: openCondition, outcome: oneOf(OUTCOMES) },
  text: { ...fields, lint: id() },
})
