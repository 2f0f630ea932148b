import type { Answers, Guide } from '../core/model.ts'
import type { Reader } from '../view/text/labels.ts'
import { questionWords } from '../view/text/reader-words.ts'
import { answerCoding } from './answer-coding.ts'
import { questionnaireUrl } from './canonical.ts'
import type { Resource } from './resources.ts'

/** Answers as a response to the guide's Questionnaire, without person or date. */
export function questionnaireResponse(guide: Guide, answers: Answers, reader: Reader): Resource {
  const items = guide.questions.flatMap((question) => {
    const values = [answers[question.id] ?? []].flat()
    if (values.length === 0) return []
    const answer = values.map((id) => ({ valueCoding: answerCoding(guide, question, id, reader) }))
    return [{ linkId: question.id, text: questionWords(question, reader), answer }]
  })
  return {
    resourceType: 'QuestionnaireResponse',
    language: guide.language,
    questionnaire: `${questionnaireUrl(guide).url}|${guide.version}`,
    status: 'completed',
    ...(items.length === 0 ? {} : { item: items }),
  }
}
