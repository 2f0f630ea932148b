import * as v from 'valibot'
import type { Condition } from '../../../core/model.ts'
import { byKind, list, type Shape, text } from './values.ts'

/** A condition as the program holds and exports it. */
const inner = (open: boolean): Shape<Condition> => {
  const part: Shape<Condition> = v.lazy(() => (open ? openCondition : condition))
  const closed = {
    always: {},
    is: { question: text(), values: list(text(), 1) },
    all: { of: list(part, 1) },
    any: { of: list(part, 1) },
    not: { of: part },
  }
  return open ? byKind({ ...closed, open: { question: text() } }) : byKind(closed)
}

export const condition: Shape<Condition> = inner(false)
/** In properties alone: one that also tests whether a question is open. */
export const openCondition: Shape<Condition> = inner(true)
