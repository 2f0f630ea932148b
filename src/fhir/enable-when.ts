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
  truth: 'surely' | 'possibly',
  guide: Guide,
): EnableWhen | undefined {
  const found = testsOf(condition, truth === 'possibly')
  if (found === undefined || found.tests.length === 0) return undefined
  return {
    enableWhen: found.tests.map(({ question, operator, answer }) => ({
      question,
      operator,
      ...(typeof answer === 'boolean'
        ? { answerBoolean: answer }
        : { answerCoding: codingFor(guide, question, answer) }),
    })),
    ...(found.tests.length > 1 ? { enableBehavior: found.behavior } : {}),
  }
}

function codingFor(guide: Guide, id: QuestionId, answer: AnswerId): Coding {
  return answerCode(guide, guide.questions.find((question) => question.id === id) as Question, answer)
}

/** @param whileOpen whether the tests are true while a question is open */
function testsOf(condition: Condition, whileOpen: boolean): Tests | undefined {
  switch (condition.kind) {
    case 'is':
      return isTests(condition.question, condition.values, whileOpen)
    case 'not':
      return condition.of.kind === 'is'
        ? isNoneTests(condition.of.question, condition.of.values, whileOpen)
        : undefined
    case 'open':
      return { behavior: 'any', tests: openTests(condition.question) }
    case 'all':
    case 'any':
      return merged(
        condition.kind,
        condition.of.map((part) => testsOf(part, whileOpen)),
      )
    case 'always':
      return undefined
  }
}

function isTests(question: QuestionId, values: readonly AnswerId[], whileOpen: boolean): Tests {
  const isOne = values.map((answer) => ({ question, operator: '=', answer }) as const)
  return { behavior: 'any', tests: [...isOne, ...(whileOpen ? openTests(question) : [])] }
}

/** `!=` is also true while there is no answer. */
function isNoneTests(question: QuestionId, values: readonly AnswerId[], whileOpen: boolean): Tests {
  const isNone = values.map((answer) => ({ question, operator: '!=', answer }) as const)
  const isAnswered: readonly EnableWhenTest[] = [
    { question, operator: 'exists', answer: true },
    { question, operator: '!=', answer: UNSURE },
  ]
  return { behavior: 'all', tests: [...isNone, ...(whileOpen ? [] : isAnswered)] }
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
