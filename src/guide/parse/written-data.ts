import type { Condition, Place } from '../../core/model.ts'
import type { Path, Problem } from './diagnostic.ts'
import { camel, isWritten, kebab } from './field-names.ts'
import { isMapping } from './is-record.ts'
import { readCondition } from './read-condition.ts'

type Context = {
  /** Whether conditions may test what is open: in properties alone. */
  readonly open: boolean
  readonly report: (problem: Problem) => void
  /** The place of the piece at a path, for those that have one in the program. */
  readonly placeOf: (path: Path) => Place | undefined
}

const CONDITIONS: readonly string[] = ['when', 'ask-when', 'unless']
/** Stands for a condition that was reported, so that it is not reported again as missing. */
const REPORTED: Condition = { kind: 'always' }

/**
 * The data of YAML as the program holds it: keys in camelCase, conditions read, places put in. Every other value stays
 * as it was written, for its shape to be checked.
 */
export function fromWritten(data: unknown, context: Context, path: Path = []): unknown {
  if (Array.isArray(data)) return data.map((item, index) => fromWritten(item, context, [...path, index]))
  if (!isMapping(data)) return data
  const fields = Object.entries(data).flatMap(([key, value]) => {
    const inner = [...path, key]
    if (!isWritten(key) || key === 'place') {
      const args = { key, ...(isWritten(key) ? {} : { nearest: kebab(key) }) }
      context.report({ code: 'unknown-key', args, path: inner, part: 'key' })
      return []
    }
    if (CONDITIONS.includes(key)) {
      return [[camel(key), readCondition(value, context, inner) ?? REPORTED] as const]
    }
    return [[camel(key), fromWritten(value, context, inner)] as const]
  })
  const place = context.placeOf(path)
  return Object.fromEntries(place === undefined ? fields : [...fields, ['place', place]])
}
