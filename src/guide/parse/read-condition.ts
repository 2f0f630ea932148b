import { isRecord } from '../../core/is-record.ts'
import type { Condition } from '../../core/model.ts'
import type { Path, Problem } from './diagnostic.ts'

/** Words of the condition language, which no question may have as its id. */
export const CONDITION_WORDS = ['always', 'all', 'any', 'not', 'open'] as const

/** In a property: the option that the property is about. */
export const SELF = 'self'

type ConditionContext = {
  /** Whether `{ open: question }` is allowed: only in properties. */
  readonly open: boolean
  readonly report: (problem: Problem) => void
}

/** Parses a condition as authors write it (`{ kidney-disease: yes }`). Undefined when a part of it was reported. */
export function readCondition(
  raw: unknown,
  context: ConditionContext,
  path: Path = [],
): Condition | undefined {
  if (raw === 'always') return { kind: 'always' }
  if (!isRecord(raw)) return refuse(context, 'condition-shape', path)
  const keys = Object.keys(raw)
  const [key] = keys
  if (key === undefined || keys.length > 1) {
    return refuse(context, 'condition-one-key', path, { count: String(keys.length) })
  }
  const value = raw[key]
  const inner = [...path, key]
  switch (key) {
    case 'all':
    case 'any':
      return readParts(key, value, context, inner)
    case 'not': {
      const of = readCondition(value, context, inner)
      return of && { kind: 'not', of }
    }
    case 'open':
      if (!context.open) return refuse(context, 'condition-open', inner, {}, 'key')
      return typeof value === 'string' ? { kind: 'open', question: value } : refuseType(context, value, inner)
    default:
      return readIs(key, value, context, inner)
  }
}

function readParts(
  kind: 'all' | 'any',
  value: unknown,
  context: ConditionContext,
  path: Path,
): Condition | undefined {
  if (!Array.isArray(value)) return refuse(context, 'wrong-type', path, { expected: 'list' })
  if (value.length === 0) return refuse(context, 'empty', path)
  const parts = value.map((part: unknown, index) => readCondition(part, context, [...path, index]))
  const of = parts.filter((part) => part !== undefined)
  return of.length === parts.length ? { kind, of } : undefined
}

function readIs(
  question: string,
  value: unknown,
  context: ConditionContext,
  path: Path,
): Condition | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (values.length === 0) return refuse(context, 'empty', path)
  const texts = values.filter((item) => typeof item === 'string')
  if (texts.length === values.length) return { kind: 'is', question, values: texts }
  for (const [index, item] of values.entries()) {
    if (typeof item !== 'string') refuseType(context, item, Array.isArray(value) ? [...path, index] : path)
  }
  return undefined
}

function refuseType(context: ConditionContext, value: unknown, path: Path): undefined {
  if (value === null) return refuse(context, 'empty', path)
  const scalar = typeof value === 'number' || typeof value === 'boolean'
  return refuse(context, 'wrong-type', path, { expected: 'text', ...(scalar && { quote: 'yes' }) })
}

function refuse(
  context: ConditionContext,
  code: Problem['code'],
  path: Path,
  args: Problem['args'] = {},
  part?: 'key',
): undefined {
  context.report({ code, args, path, ...(part && { part }) })
  return undefined
}
