import type { AnswerId, Condition, Question } from '../model.ts'
import { NONE } from '../model.ts'
import type { Diagram, Diagrams } from './diagram.ts'
import { type Encoding, openBranch, type Space } from './diagram-space.ts'

/** A condition's three truths, as the values of its diagram. */
export const FALSE = 0
export const TRUE = 1
export const UNKNOWN = 2
/** Not among the answers so far and the question is open: unknown, or false if the question does not apply. */
const NOT_GIVEN = 3

/** Conditions as diagrams over every combination of answers, with the meaning of engine/compiled-condition.ts. */
export type Conditions = {
  readonly truthOf: (condition: Condition) => Diagram
  /** Whether one of these answers was given: false where others were, `NOT_GIVEN` where the question is open. */
  readonly given: (encoding: Encoding, values: readonly AnswerId[]) => Diagram
}

/**
 * Kleene's `all` and `any`, and ask-when: an open question that its own ask-when rules out is false. `questions` give
 * the ask-whens. A condition may name values that the question does not have, but never `unsure`.
 */
export function readConditions(diagrams: Diagrams, space: Space, questions: readonly Question[]): Conditions {
  const { map, binary } = diagrams
  const { both, either } = kleene(diagrams)
  const settle = binary((given, asked) => (given !== NOT_GIVEN ? given : asked === FALSE ? FALSE : UNKNOWN))
  const truths = new Map<Condition, Diagram>()
  const given = (encoding: Encoding, values: readonly AnswerId[]) => givenDiagram(diagrams, encoding, values)

  const askWhens = new Map(questions.map(({ id, askWhen }) => [id, askWhen]))

  function askedWhen({ question }: Encoding): Diagram {
    const askWhen = askWhens.get(question.id)
    return askWhen === undefined ? TRUE : truthOf(askWhen)
  }

  function truthOf(condition: Condition): Diagram {
    const known = truths.get(condition)
    if (known !== undefined) return known
    const diagram = read(condition)
    truths.set(condition, diagram)
    return diagram
  }

  function read(condition: Condition): Diagram {
    switch (condition.kind) {
      case 'always':
        return TRUE
      case 'not':
        return map(truthOf(condition.of), (value) => (value === UNKNOWN ? UNKNOWN : 1 - value))
      case 'all':
        return condition.of.map(truthOf).reduce(both, TRUE)
      case 'any':
        return condition.of.map(truthOf).reduce(either, FALSE)
      case 'open': {
        const encoding = space.find(condition.question)
        if (encoding === undefined) return TRUE
        return map(given(encoding, []), (value) => (value === NOT_GIVEN ? TRUE : FALSE))
      }
      case 'is': {
        const encoding = space.find(condition.question)
        return encoding === undefined
          ? UNKNOWN
          : settle(given(encoding, condition.values), askedWhen(encoding))
      }
    }
  }

  return { truthOf, given }
}

function kleene({ binary }: Diagrams) {
  const both = binary(
    (a, b) => (a === FALSE || b === FALSE ? FALSE : a === UNKNOWN || b === UNKNOWN ? UNKNOWN : TRUE),
    (a, b) => (a === FALSE || b === FALSE ? FALSE : a === TRUE ? b : b === TRUE ? a : undefined),
  )
  const either = binary(
    (a, b) => (a === TRUE || b === TRUE ? TRUE : a === UNKNOWN || b === UNKNOWN ? UNKNOWN : FALSE),
    (a, b) => (a === TRUE || b === TRUE ? TRUE : a === FALSE ? b : b === FALSE ? a : undefined),
  )
  return { both, either }
}

/** TRUE where one of `values` is among the answers; `NOT_GIVEN` where none is and the question is open. */
function givenDiagram(diagrams: Diagrams, encoding: Encoding, values: readonly AnswerId[]): Diagram {
  if (encoding.type === 'many') return givenInList(diagrams, encoding, values)
  const branches = encoding.values.map<Diagram>((value) => (values.includes(value) ? TRUE : FALSE))
  branches[openBranch(encoding)] = NOT_GIVEN
  return diagrams.node(encoding.first, branches)
}

/**
 * Built from the last member up, for lists without a member so far (`empty`) and for lists with one that is not
 * asked for (`other`). A closed list without members is `none`, or no answer when the question has no `none`. Members
 * that are not asked for matter only in that case, or when `none` is asked for.
 */
function givenInList(
  { node }: Diagrams,
  encoding: Encoding & { readonly type: 'many' },
  values: readonly AnswerId[],
): Diagram {
  const wanted = new Set(values)
  const none = encoding.hasNone ? (wanted.has(NONE) ? TRUE : FALSE) : NOT_GIVEN
  const list = (ifEmpty: Diagram, ifOther: Diagram) => {
    let empty = ifEmpty
    let other = ifOther
    for (let index = encoding.members.length - 1; index >= 0; index -= 1) {
      const asked = wanted.has(encoding.members[index] as AnswerId)
      if (!asked && empty === other) continue
      const has = asked ? TRUE : other
      const variable = encoding.first + 1 + index
      empty = node(variable, [empty, has])
      other = node(variable, [other, has])
    }
    return empty
  }
  return node(encoding.first, [list(NOT_GIVEN, NOT_GIVEN), list(none, FALSE)])
}
