import { type Condition, OUTCOMES, STATUSES, type Status } from '../../../core/model.ts'
import { isMapping } from '../is-record.ts'
import { condition } from './condition.ts'
import { placed } from './option.ts'
import { byKind, choose, id, object, oneOf, optional, propertyId, type Shape, set, text } from './values.ts'

const statusList = (least: number) => set(oneOf(STATUSES), least)

/** Which options a property is about. */
export type Scope = 'all' | readonly string[] | { readonly with: readonly string[] }

const scope = (): Shape<Scope> =>
  choose<Scope>((input) => {
    if (Array.isArray(input)) return set(id(), 1)
    return isMapping(input) ? object('yaml', { with: set(id(), 1) }) : oneOf(['all'])
  })

const writtenStatusProperty = () =>
  object('yaml', {
    id: id(),
    says: text(),
    options: scope(),
    when: condition('yaml', true),
    unless: optional(condition('yaml', true)),
    only: optional(statusList(1)),
    never: optional(statusList(1)),
  })
const writtenOutcomeProperty = () =>
  object('yaml', { id: id(), says: text(), when: condition('yaml', true), outcome: oneOf(OUTCOMES) })
const writtenTextProperty = () => object('yaml', { id: id(), says: text(), lint: id() })

/** A property as authors write it, before its options are counted out. */
export type WrittenProperty = { readonly id: string; readonly says: string } & (
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

/** An item of properties.yaml; its kind shows in its fields. */
export const property = (): Shape<WrittenProperty> =>
  choose<WrittenProperty>((input) => {
    if (isMapping(input) && 'lint' in input) return writtenTextProperty()
    return isMapping(input) && 'outcome' in input ? writtenOutcomeProperty() : writtenStatusProperty()
  })

/** A property as the program holds and exports it. */
export const compiledProperty = () => {
  const fields = { id: propertyId(), says: text(), ...placed('compiled') }
  return byKind({
    status: object('compiled', {
      ...fields,
      kind: oneOf(['status']),
      options: set(id(), 1),
      when: condition('compiled', true),
      unless: optional(condition('compiled', true)),
      only: statusList(0),
    }),
    outcome: object('compiled', {
      ...fields,
      kind: oneOf(['outcome']),
      when: condition('compiled', true),
      outcome: oneOf(OUTCOMES),
    }),
    text: object('compiled', { ...fields, kind: oneOf(['text']), lint: id() }),
  })
}
