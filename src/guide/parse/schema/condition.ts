import * as v from 'valibot'
import { isRecord } from '../../../core/is-record.ts'
import type { Condition } from '../../../core/model.ts'
import { byKind, choose, list, type Shape, text } from './values.ts'

/** A condition as the program uses and exports it. */
const inner = (open: boolean): Shape<Condition> => {
  const part: Shape<Condition> = v.lazy(() => (open ? openCondition : condition))
  const kinds = {
    always: {},
    is: { question: text(), values: list(text(), 1) },
    all: { of: list(part, 1) },
    any: { of: list(part, 1) },
    not: { of: part },
    ...(open && { open: { question: text() } }),
  }
  const any = byKind(kinds) as Shape<Condition>
  // The library tries one kind after the other, which is slow: a guide has many conditions.
  const each = new Map(Object.entries(kinds).map(([kind, fields]) => [kind, byKind({ [kind]: fields })]))
  return choose((input) => ((isRecord(input) && each.get(String(input.kind))) || any) as Shape<Condition>)
}

export const condition: Shape<Condition> = inner(false)
/** In properties alone: one that also tests whether a question is open. */
export const openCondition: Shape<Condition> = inner(true)
