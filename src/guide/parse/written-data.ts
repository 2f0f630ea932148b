import type { Condition, Place } from '../../core/model.ts'
import type { Path, Problem } from './diagnostic.ts'
import { camel, isWritten, kebab } from './field-names.ts'
import { readCondition } from './read-condition.ts'

type WriteContext = {
  /** True when conditions may test whether a question is open: only in properties. */
  readonly open: boolean
  readonly report: (problem: Problem) => void
  /** The place of the piece at a path; undefined for one that has none (guide-files.ts). */
  readonly placeOf: (path: Path) => Place | undefined
}

const CONDITIONS: readonly string[] = ['when', 'ask-when', 'unless']
/** Stands for a condition that was reported, so that it is not reported again as missing. */
const REPORTED: Condition = { kind: 'always' }

/**
 * The data of YAML as the program uses it: keys in camelCase, conditions parsed, places added. Other values stay as
 * written; their shape is checked later.
 */
export function fromWritten(data: unknown, context: WriteContext, base: Path): unknown {
  // One array serves as the path of every value, because a new one for each would take most of the time.
  return convert(data, context, [...base])
}

function convert(data: unknown, context: WriteContext, path: (string | number)[]): unknown {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) {
    return data.map((item, index) => {
      path.push(index)
      const inner = convert(item, context, path)
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
    } else if (isField(key)) fields[camel(key)] = convert(value, context, path)
    else context.report({ code: 'unknown-key', args: wrongKey(key), path: [...path], part: 'key' })
    path.pop()
  }
  const place = context.placeOf(path)
  if (place !== undefined) fields.place = place
  return fields
}

/** The program adds `place`; `__proto__` is never a field. */
function isField(key: string): boolean {
  return isWritten(key) && key !== 'place' && key !== '__proto__'
}

function wrongKey(key: string): Problem['args'] {
  return { key, ...(isWritten(key) ? {} : { nearest: kebab(key) }) }
}
