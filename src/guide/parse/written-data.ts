import type { Condition, Place } from '../../core/model.ts'
import type { Path, Problem } from './diagnostic.ts'
import { camel, isWritten, kebab } from './field-names.ts'
import { readCondition } from './read-condition.ts'

type WriteContext = {
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
export function fromWritten(data: unknown, context: WriteContext, base: Path): unknown {
  // One path for all, changed on the way: a list for each value would take longer than the rest.
  return renamed(data, context, [...base])
}

function renamed(data: unknown, context: WriteContext, path: (string | number)[]): unknown {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) {
    return data.map((item, index) => {
      path.push(index)
      const inner = renamed(item, context, path)
      path.pop()
      return inner
    })
  }
  const fields: Record<string, unknown> = {}
  for (const key of Object.keys(data)) {
    path.push(key)
    const value = (data as Readonly<Record<string, unknown>>)[key]
    if (CONDITIONS.includes(key)) {
      fields[camel(key)] = readCondition(value, context, [...path]) ?? REPORTED
    } else if (isField(key)) fields[camel(key)] = renamed(value, context, path)
    else context.report({ code: 'unknown-key', args: wrongKey(key), path: [...path], part: 'key' })
    path.pop()
  }
  const place = context.placeOf(path)
  if (place !== undefined) fields.place = place
  return fields
}

/** `place` is put in by the program; `__proto__` is no field of anything. */
function isField(key: string): boolean {
  return isWritten(key) && key !== 'place' && key !== '__proto__'
}

function wrongKey(key: string): Problem['args'] {
  return { key, ...(isWritten(key) ? {} : { nearest: kebab(key) }) }
}
