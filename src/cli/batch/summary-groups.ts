import { type Counter, createCounter } from '../../core/engine/summary.ts'
import { type AnswerId, type Guide, type Question, UNSURE } from '../../core/model.ts'
import { groupKey, type SummaryGroup } from '../../core/register-summary.ts'
import { questionsNamed } from '../../guide/answers/match-names.ts'
import { UsageFailure } from '../../io/failure.ts'
import { nearest, orMeant } from '../../text/nearest.ts'
import { withCommas } from '../../text/words.ts'

/** Counts the people of a register, in groups by their answers to some questions. */
type RegisterCounter = {
  /** Counts one person; false when the answers are not well formed. */
  readonly count: (answers: unknown) => boolean
  readonly groups: () => readonly SummaryGroup[]
}

export function registerCounter(guide: Guide, by: readonly Question[]): RegisterCounter {
  const counters = new Map<string, { readonly where: SummaryGroup['where']; readonly counter: Counter }>()
  const counterFor = (data: unknown): Counter => {
    const answers = by.map(({ id }) => answerIn(data, id))
    const key = groupKey(answers)
    const known = counters.get(key)
    if (known !== undefined) return known.counter
    const counter = createCounter(guide)
    counters.set(key, {
      where: Object.fromEntries(by.map(({ id }, index) => [id, answers[index] ?? null])),
      counter,
    })
    return counter
  }
  return {
    count: (answers) =>
      by.every((question) => isAnswer(answerIn(answers, question.id), question)) &&
      counterFor(answers).add(answers),
    groups: () =>
      [...counters.values()]
        .map(({ where, counter }) => ({ where, ...counter.counts() }))
        .filter(({ people }) => people > 0),
  }
}

/** The answer to a one-answer question; null without one. */
function answerIn(data: unknown, question: string): AnswerId | null {
  const value = (data as Readonly<Record<string, unknown>>)[question]
  const [only] = Array.isArray(value) ? value : [value]
  return typeof only === 'string' ? only : null
}

function isAnswer(answer: AnswerId | null, { answers }: Question): boolean {
  return answer === null || answer === UNSURE || answers.some(({ id }) => id === answer)
}

/** The most groups; each takes memory. */
const MOST_GROUPS = 10_000

/** The questions that `--by` names. Throws UsageFailure for unknown, repeated or several-answer questions. */
export function questionsOf(by: string | undefined, guide: Guide): readonly Question[] {
  const names = by === undefined ? [] : by.split(',').map((name) => name.trim())
  const questions = names.map((name) => questionOf(name, guide))
  const twice = questions.find((question, index) => questions.indexOf(question) < index)
  if (twice !== undefined) throw new UsageFailure(`--by names ${twice.id} twice.`)
  const groups = questions.reduce((product, { answers }) => product * (answers.length + 2), 1)
  if (groups <= MOST_GROUPS) return questions
  throw new UsageFailure(
    `--by would split people into up to ${withCommas(groups)} groups.`,
    `Name fewer questions: up to ${withCommas(MOST_GROUPS)} groups are counted.`,
  )
}

function questionOf(name: string, guide: Guide): Question {
  const [question, ...others] = questionsNamed(name, guide)
  if (question === undefined || others.length > 0) {
    const ids = guide.questions.map(({ id }) => id)
    const [near] = nearest(name, ids, 1)
    throw new UsageFailure(
      `--by: there is no question "${name}"${orMeant(near)}`,
      'List them with: nextline questions',
    )
  }
  if (question.type === 'one') return question
  throw new UsageFailure(
    `--by: a person may have several answers to ${question.id}, so it does not split people into groups.`,
    'Name questions that take one answer.',
  )
}
