import {
  type AnswerId,
  type Condition,
  type Guide,
  type Question,
  type QuestionId,
  UNSURE,
} from '../core/model.ts'
import { answerCode } from './answer-coding.ts'
import type { Coding } from './resources.ts'

type EnableWhenTest = {
  readonly question: QuestionId
  readonly operator: '=' | '!=' | 'exists'
  readonly answer: AnswerId | boolean
}

/** Tests joined by `all` or `any`. FHIR's enableWhen has no nesting. */
type Tests = { readonly behavior: 'all' | 'any'; readonly tests: readonly EnableWhenTest[] }

export type EnableWhen = {
  readonly enableWhen: readonly {
    readonly question: string
    readonly operator: string
    readonly answerCoding?: Coding
    readonly answerBoolean?: boolean
  }[]
  readonly enableBehavior?: 'all' | 'any'
}

/**
 * `enableWhen` for a condition that is true (`surely`), or that can still be true (`possibly`). Undefined when
 * enableWhen cannot express it.
 */
export function enableWhen(
  condition: Condition,
  as: 'surely' | 'possibly',
  guide: Guide,
): EnableWhen | undefined {
  const expressible = testsOf(condition, as === 'possibly')
  if (expressible === undefined || expressible.tests.length === 0) return undefined
  return {
    enableWhen: expressible.tests.map(({ question, operator, answer }) => ({
      question,
      operator,
      ...(typeof answer === 'boolean'
        ? { answerBoolean: answer }
        : { answerCoding: codingFor(guide, question, answer) }),
    })),
    ...(expressible.tests.length > 1 ? { enableBehavior: expressible.behavior } : {}),
  }
}

function codingFor(guide: Guide, id: QuestionId, answer: AnswerId): Coding {
  return answerCode(guide, guide.questions.find((question) => question.id === id) as Question, answer)
}

/** @param open what an open question counts as */
function testsOf(condition: Condition, open: boolean): Tests | undefined {
  switch (condition.kind) {
    case 'is':
      return isTests(condition.question, condition.values, open)
    case 'not':
      return condition.of.kind === 'is'
        ? isNoneTests(condition.of.question, condition.of.values, open)
        : undefined
    case 'open':
      return { behavior: 'any', tests: openTests(condition.question) }
    case 'all':
    case 'any':
      return merged(
        condition.kind,
        condition.of.map((part) => testsOf(part, open)),
      )
    case 'always':
      return undefined
  }
}

function isTests(question: QuestionId, values: readonly AnswerId[], open: boolean): Tests {
  const among = values.map((answer) => ({ question, operator: '=', answer }) as const)
  return { behavior: 'any', tests: [...among, ...(open ? openTests(question) : [])] }
}

/** `!=` is also true while there is no answer. */
function isNoneTests(question: QuestionId, values: readonly AnswerId[], open: boolean): Tests {
  const none = values.map((answer) => ({ question, operator: '!=', answer }) as const)
  const settled: readonly EnableWhenTest[] = [
    { question, operator: 'exists', answer: true },
    { question, operator: '!=', answer: UNSURE },
  ]
  return { behavior: 'all', tests: [...none, ...(open ? [] : settled)] }
}

function openTests(question: QuestionId): readonly EnableWhenTest[] {
  return [
    { question, operator: 'exists', answer: false },
    { question, operator: '=', answer: UNSURE },
  ]
}

/** Merges parts that are single tests or have the same behavior; undefined for others. */
function merged(behavior: 'all' | 'any', parts: readonly (Tests | undefined)[]): Tests | undefined {
  const tests: EnableWhenTest[] = []
  for (const part of parts) {
    if (part === undefined || (part.tests.length > 1 && part.behavior !== behavior)) return undefined
    tests.push(...part.tests)
  }
  return { behavior, tests }
}
