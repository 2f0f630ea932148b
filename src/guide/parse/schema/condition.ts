import type { Condition } from '../../../core/model.ts'
import { readCondition } from '../read-condition.ts'
import { byKind, choose, list, object, oneOf, reading, type Shape, type Spelling, text } from './values.ts'

/** @param open whether `{ open: question }` may stand here: in properties alone */
export function condition(spelling: Spelling, open = false): Shape<Condition> {
  return spelling === 'yaml'
    ? reading((data, report) => readCondition(data, { open, report }))
    : compiledCondition(open)
}

function compiledCondition(open: boolean): Shape<Condition> {
  const inner: Shape<Condition> = choose(() => compiledCondition(open))
  const of = list(inner, 1)
  const closed = {
    always: object('compiled', { kind: oneOf(['always']) }),
    is: object('compiled', { kind: oneOf(['is']), question: text(), values: list(text(), 1) }),
    all: object('compiled', { kind: oneOf(['all']), of }),
    any: object('compiled', { kind: oneOf(['any']), of }),
    not: object('compiled', { kind: oneOf(['not']), of: inner }),
  }
  if (!open) return byKind(closed)
  return byKind({ ...closed, open: object('compiled', { kind: oneOf(['open']), question: text() }) })
}
