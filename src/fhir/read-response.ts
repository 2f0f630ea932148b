import { isRecord } from '../core/is-record.ts'
import { type Answers, type Guide, UNSURE } from '../core/model.ts'
import { checkAnswers, type ReadAs } from '../guide/answers/check-answers.ts'
import { readAnswerValue } from './answer-value.ts'
import { questionnaireUrl } from './canonical.ts'

export type ResponseAnswers = {
  readonly answers: Answers
  /** Answers that were written by another name than their id. */
  readonly readAs: readonly ReadAs[]
  /** What was ignored because the guide does not know it, as phrases; not a fault. */
  readonly notUnderstood: readonly string[]
  /** Faults in answers to the guide's questions. */
  readonly faults: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/**
 * The answers in a QuestionnaireResponse, or in a Bundle with exactly one; undefined for anything else. A linkId is a
 * question's id; items may be nested.
 */
export function answersFromQuestionnaireResponse(data: unknown, guide: Guide): ResponseAnswers | undefined {
  const response = responseIn(data)
  if (response === undefined) return undefined
  const values = new Map<string, unknown[]>()
  const unknownItems = new Set<string>()
  const faults = new Set<string>()
  const questionIds = new Set(guide.questions.map(({ id }) => id))
  for (const item of itemsIn(response)) {
    const { linkId, answer } = item
    if (!Array.isArray(answer) || answer.length === 0) continue
    if (typeof linkId !== 'string') faults.add('an item with an answer has no linkId')
    else if (!questionIds.has(linkId))
      unknownItems.add(`${JSON.stringify(linkId)} is no question of this guide`)
    else {
      for (const read of answer.map((each) => readAnswerValue(each, guide, linkId))) {
        if ('fault' in read) faults.add(`${linkId}: ${read.fault}`)
        else values.set(linkId, [...(values.get(linkId) ?? []), read.unsure ? UNSURE : read.value])
      }
    }
  }
  const checked = checkAnswers(asWritten(values), guide)
  return {
    answers: checked.answers,
    readAs: checked.readAs,
    notUnderstood: [...otherQuestionnaire(response, guide), ...unknownItems],
    faults: [
      ...(response.status === 'entered-in-error' ? ['it is marked as entered in error'] : []),
      ...faults,
      ...checked.faults.map(({ message }) => message),
    ],
  }
}

/** A response itself, or the only one in a Bundle. */
function responseIn(data: unknown): Fields | undefined {
  if (!isRecord(data)) return undefined
  if (data.resourceType === 'QuestionnaireResponse') return data
  if (data.resourceType !== 'Bundle' || !Array.isArray(data.entry)) return undefined
  const responses = data.entry
    .map((entry: unknown) => (isRecord(entry) ? entry.resource : undefined))
    .filter((resource) => isRecord(resource) && resource.resourceType === 'QuestionnaireResponse')
  return responses.length === 1 ? (responses[0] as Fields) : undefined
}

/** Every item, nested ones included, in the order of the form. */
function itemsIn(response: Fields): readonly Fields[] {
  const items: Fields[] = []
  const waiting: unknown[] = [response]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isRecord(next)) continue
    if (next !== response) items.push(next)
    const inside = [next.item, next.answer].flatMap((list) => (Array.isArray(list) ? list : []))
    waiting.push(...inside.reverse())
  }
  return items
}

/** The answers as in a file of answers, where a single value is not a list. */
function asWritten(values: ReadonlyMap<string, readonly unknown[]>): Fields {
  return Object.fromEntries([...values].map(([id, list]) => [id, list.length === 1 ? list[0] : list]))
}

/** Publishers may change the form's address, so another one is reported but not a fault. */
function otherQuestionnaire({ questionnaire }: Fields, guide: Guide): readonly string[] {
  if (typeof questionnaire !== 'string') return []
  const [url = '', version] = questionnaire.split('|')
  const ours = questionnaireUrl(guide)
  if (url.split('/').at(-1) !== ours.id) {
    return [`it answers the questionnaire ${JSON.stringify(url)}, and this guide's is ${ours.url}`]
  }
  if (version === undefined || version === guide.version) return []
  return [`it answers version ${JSON.stringify(version)} of the questionnaire, and this is ${guide.version}`]
}
