import type { AnswerId, Condition, Question } from '../model.ts'
import { NONE } from '../model.ts'

/** An answer to a question; for a list, one of its values. */
export type GivenAnswer = { readonly question: Question; readonly answer: AnswerId }

/** The other ways to answer: another answer, or a list without that one. */
type OtherAnswer = { readonly question: Question } & (
  | { readonly answer: AnswerId }
  | { readonly without: AnswerId }
)

/** A condition after one question is answered: decided, or a condition on the other questions. */
type PartialCondition = boolean | Condition

/**
 * The effect of an answer on a condition. `brings`: the condition can be true where another answer makes it false;
 * `together` is the rest that must hold. `lifts`: the condition is false and could be true with another answer.
 */
export type ConditionEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'lifts' }
  | { readonly kind: 'brings'; readonly together?: Condition }

/** The answers that the question could have instead. */
export function otherAnswers({ question, answer }: GivenAnswer): readonly OtherAnswer[] {
  if (question.type === 'many' && answer !== NONE) return [{ question, without: answer }]
  return question.answers.filter(({ id }) => id !== answer).map(({ id }) => ({ question, answer: id }))
}

/** What an answer does to a condition, compared with the other answers (`otherAnswers`). */
export function effectOnCondition(
  when: Condition,
  given: GivenAnswer,
  others: readonly OtherAnswer[],
): ConditionEffect {
  const rest = simplify(when, given)
  const otherRests = others.map((other) => simplify(when, other))
  if (rest === false)
    return otherRests.some((other) => other !== false) ? { kind: 'lifts' } : { kind: 'none' }
  if (!otherRests.some((other) => isTrueWithout(rest, other))) return { kind: 'none' }
  return rest === true ? { kind: 'brings' } : { kind: 'brings', together: rest }
}

function simplify(condition: Condition, given: GivenAnswer | OtherAnswer): PartialCondition {
  switch (condition.kind) {
    case 'always':
      return true
    case 'open':
      return condition.question === given.question.id ? false : condition
    case 'is':
      return condition.question === given.question.id ? simplifyIs(condition, given) : condition
    case 'not': {
      const rest = simplify(condition.of, given)
      return typeof rest === 'boolean' ? !rest : { kind: 'not', of: rest }
    }
    case 'all':
    case 'any':
      return simplifyParts(condition.kind, condition.of, given)
  }
}

function simplifyIs(
  test: Condition & { readonly kind: 'is' },
  given: GivenAnswer | OtherAnswer,
): PartialCondition {
  const { question } = given
  if ('answer' in given && test.values.includes(given.answer)) return true
  if (question.type === 'one' || ('answer' in given && given.answer === NONE)) return false
  // A list may contain other answers too; `none` is alone.
  const excluded = 'without' in given ? given.without : NONE
  const values = test.values.filter((value) => value !== excluded)
  return values.length === 0 ? false : { ...test, values }
}

function simplifyParts(
  kind: 'all' | 'any',
  parts: readonly Condition[],
  given: GivenAnswer | OtherAnswer,
): PartialCondition {
  const settles = kind === 'any'
  const rests = parts.map((part) => simplify(part, given))
  if (rests.includes(settles)) return settles
  const open = rests.filter((rest) => typeof rest !== 'boolean')
  const [first] = open
  if (first === undefined) return !settles
  return open.length === 1 ? first : { kind, of: open }
}

/** With more tests than this the combinations are not tried, and the answer counts as bringing the condition. */
const MOST_TESTS = 12

/** True when the other questions can be answered so that `rest` is true and `other` is false. */
function isTrueWithout(rest: PartialCondition, other: PartialCondition): boolean {
  const tests = [...new Set([...testNames(rest), ...testNames(other)])]
  if (tests.length > MOST_TESTS) return true
  for (let bits = 0; bits < 2 ** tests.length; bits += 1) {
    const isTrue = (test: string) => (bits & (1 << tests.indexOf(test))) !== 0
    if (holds(rest, isTrue) && !holds(other, isTrue)) return true
  }
  return false
}

/** A test on another question as text; equal tests have equal names. */
function testName(test: Condition & { readonly kind: 'is' | 'open' }): string {
  return test.kind === 'is' ? `${test.question} ${[...test.values].sort().join()}` : test.question
}

function testNames(rest: PartialCondition): readonly string[] {
  if (typeof rest === 'boolean' || rest.kind === 'always') return []
  if (rest.kind === 'is' || rest.kind === 'open') return [testName(rest)]
  return rest.kind === 'not' ? testNames(rest.of) : rest.of.flatMap(testNames)
}

function holds(rest: PartialCondition, isTrue: (test: string) => boolean): boolean {
  if (typeof rest === 'boolean') return rest
  switch (rest.kind) {
    case 'always':
      return true
    case 'is':
    case 'open':
      return isTrue(testName(rest))
    case 'not':
      return !holds(rest.of, isTrue)
    case 'all':
      return rest.of.every((part) => holds(part, isTrue))
    case 'any':
      return rest.of.some((part) => holds(part, isTrue))
  }
}
