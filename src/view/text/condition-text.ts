import { givenValues } from '../../core/engine/condition.ts'
import { cached } from '../../core/memo.ts'
import type { Answers, Condition, Guide, Question, QuestionId, Reason, SourceId } from '../../core/model.ts'
import { NONE, UNSURE } from '../../core/model.ts'
import type { Reader } from './labels.ts'
import { choiceLabel } from './reader-words.ts'

/** A question's noun phrase: "kidney disease". The id when the guide has no such question. */
export function questionLabel(guide: Guide, id: QuestionId): string {
  return findQuestion(guide, id)?.label ?? id
}

/** Answers in words, one text for each question: "kidney disease: Yes". */
export function answerWords(guide: Guide, answers: Answers, reader: Reader = 'patient'): readonly string[] {
  return Object.keys(answers).map(
    (id) => `${questionLabel(guide, id)}: ${valueWords(guide, answers, id, reader)}`,
  )
}

/** The answer to one question, without the question: "NSAIDs; massage". */
export function valueWords(
  guide: Guide,
  answers: Answers,
  id: QuestionId,
  reader: Reader = 'patient',
): string {
  return givenValues(answers, id)
    .map((value) => valueLabel(guide, id, value, reader))
    .join('; ')
}

/** A sentence with the answers, after a space; empty without answers. */
export function youAnswered(guide: Guide, answers: Answers, reader?: Reader): string {
  const words = answerWords(guide, answers, reader).map((answer) => `"${answer}"`)
  return words.length === 0 ? '' : ` You answered ${words.join(' and ')}.`
}

/** Answers as the flags of a command: `--set tried=nsaids,massage`. */
export function setFlags(answers: Answers): readonly string[] {
  return Object.entries(answers).map(([id, answer]) => `--set ${id}=${[answer].flat().join(',')}`)
}

/** A condition in words: "kidney disease: Yes, and age: 65 or over". */
export function conditionWords(guide: Guide, condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return 'always'
    case 'open':
      return `${questionLabel(guide, condition.question)}: not known`
    case 'is':
      return `${questionLabel(guide, condition.question)}: ${condition.values
        .map((value) => valueLabel(guide, condition.question, value, 'patient'))
        .join('; or ')}`
    case 'not':
      return negationWords(guide, condition.of)
    case 'all':
    case 'any': {
      const separator = condition.kind === 'all' ? ', and ' : ', or '
      return condition.of.map((part) => inBrackets(guide, part)).join(separator)
    }
  }
}

function negationWords(guide: Guide, condition: Condition): string {
  if (condition.kind === 'always') return 'never'
  if (condition.kind === 'open') return `${questionLabel(guide, condition.question)}: known`
  if (condition.kind === 'not') return conditionWords(guide, condition.of)
  if (condition.kind === 'is') return conditionWords(guide, condition).replace(': ', ': anything but ')
  return `not (${conditionWords(guide, condition)})`
}

function inBrackets(guide: Guide, part: Condition): string {
  const words = conditionWords(guide, part)
  return (part.kind === 'all' || part.kind === 'any') && part.of.length > 1 ? `(${words})` : words
}

/** A reason in words: the rule's text, or the open questions. */
export function reasonWords(guide: Guide, reason: Reason): string {
  if (reason.code === 'rule') return reason.rule.because
  return `Still to be found out: ${reason.questions.map((id) => questionLabel(guide, id)).join('; ')}.`
}

/** The sources of a reason; for an open one, of the rules that could still apply. */
export function reasonSources(reason: Reason): readonly SourceId[] {
  if (reason.code === 'rule') return reason.rule.sources
  return reason.code === 'open' ? [...new Set(reason.rules.flatMap((rule) => rule.sources))] : []
}

/** For each rule of an open reason: its condition and its text. */
export function openConcerns(
  guide: Guide,
  reason: Extract<Reason, { code: 'open' }>,
): readonly { readonly words: string; readonly sources: readonly SourceId[] }[] {
  return reason.rules.map((rule) => ({
    words: `If the answer is "${conditionWords(guide, rule.when)}": ${rule.because}`,
    sources: rule.sources,
  }))
}

export function findQuestion(guide: Guide, id: QuestionId): Question | undefined {
  return questionsById(guide).get(id)
}

/** Cached, because a plan looks up questions hundreds of times. */
const questionsById = cached(
  ({ questions }: Guide) => new Map(questions.map((question) => [question.id, question])),
)

function valueLabel(guide: Guide, id: QuestionId, value: string, reader: Reader): string {
  if (value === UNSURE) return 'not sure'
  const choice = findQuestion(guide, id)?.answers.find((candidate) => candidate.id === value)
  if (choice === undefined) return value === NONE ? 'none' : value
  return choiceLabel(choice, reader)
}
