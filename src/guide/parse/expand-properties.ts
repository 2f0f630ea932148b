import {
  type Condition,
  type Place,
  type Property,
  STATUSES,
  type TreatmentOption,
} from '../../core/model.ts'
import { nearest } from '../../text/nearest.ts'
import type { Problem } from './diagnostic.ts'
import { SELF } from './read-condition.ts'
import type { Scope, WrittenProperty } from './schema/property.ts'

type ExpansionContext = {
  readonly options: readonly TreatmentOption[]
  /** Ids of all options, faulty ones included; undefined when they cannot be read. */
  readonly known: ReadonlySet<string> | undefined
  /** True when every option was read, so that an unknown feature is a mistake. */
  readonly complete: boolean
  readonly place: Place
  readonly report: (problem: Problem) => void
}

/**
 * Expands a written property: lists its options and turns `never` into `only`. A property with `self` becomes one for
 * each option, with ids such as `tried-never-suitable/nsaids`.
 */
export function expandProperty(written: WrittenProperty, context: ExpansionContext): readonly Property[] {
  const { id, says } = written
  const { place } = context
  if ('lint' in written) return [{ id, says, place, kind: 'text', lint: written.lint }]
  if ('outcome' in written) {
    return [{ id, says, place, kind: 'outcome', when: written.when, outcome: written.outcome }]
  }
  const { when, unless, only, never } = written
  if ((only === undefined) === (never === undefined)) {
    context.report({ code: 'only-or-never', args: {}, path: [] })
    return []
  }
  const allowed = only ?? STATUSES.filter((status) => !never?.includes(status))
  const options = optionsIn(written.options, context)
  const statusProperty = (
    propertyId: string,
    ids: readonly string[],
    expand: (condition: Condition) => Condition,
  ): Property => ({
    id: propertyId,
    says,
    place,
    kind: 'status',
    options: ids,
    when: expand(when),
    ...(unless && { unless: expand(unless) }),
    only: allowed,
  })
  if (!mentionsSelf(when) && !(unless && mentionsSelf(unless))) {
    return [statusProperty(id, options, (condition) => condition)]
  }
  return options.map((option) =>
    statusProperty(`${id}/${option}`, [option], (condition) => replaceSelf(condition, option)),
  )
}

function optionsIn(scope: Scope, { options, known, complete, report }: ExpansionContext): readonly string[] {
  if (scope === 'all') return options.map(({ id }) => id)
  if (!isIds(scope)) {
    const features = new Set(options.flatMap((option) => option.features))
    for (const [index, feature] of scope.with.entries()) {
      if (!complete || features.has(feature)) continue
      reportUnknown('feature', feature, features, ['options', 'with', index], report)
    }
    return options
      .filter((option) => scope.with.some((feature) => option.features.includes(feature)))
      .map(({ id }) => id)
  }
  return scope.filter((id, index) => {
    if (known === undefined || known.has(id)) return true
    reportUnknown('option', id, known, ['options', index], report)
    return false
  })
}

function isIds(scope: Exclude<Scope, 'all'>): scope is readonly string[] {
  return Array.isArray(scope)
}

function reportUnknown(
  kind: string,
  id: string,
  known: Iterable<string>,
  path: Problem['path'],
  report: ExpansionContext['report'],
): void {
  report({ code: 'unknown-reference', args: { kind, id, nearest: nearest(id, known, 1)[0] ?? '' }, path })
}

function mentionsSelf(condition: Condition): boolean {
  switch (condition.kind) {
    case 'is':
      return condition.values.includes(SELF)
    case 'not':
      return mentionsSelf(condition.of)
    case 'all':
    case 'any':
      return condition.of.some(mentionsSelf)
    default:
      return false
  }
}

function replaceSelf(condition: Condition, option: string): Condition {
  switch (condition.kind) {
    case 'is':
      return { ...condition, values: condition.values.map((value) => (value === SELF ? option : value)) }
    case 'not':
      return { ...condition, of: replaceSelf(condition.of, option) }
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => replaceSelf(part, option)) }
    default:
      return condition
  }
}
