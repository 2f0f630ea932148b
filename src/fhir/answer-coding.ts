import { type AnswerId, type Guide, type Question, UNSURE } from '../core/model.ts'
import type { Reader } from '../view/text/labels.ts'
import { choiceLabel } from '../view/text/reader-words.ts'
import { ABSENT_REASON, ASKED_UNKNOWN, answersUrl } from './canonical.ts'
import type { Coding } from './resources.ts'

/** An answer as a code of its question, or HL7's `asked-unknown` for `unsure`. */
export function answerCoding(guide: Guide, question: Question, answer: AnswerId, reader: Reader): Coding {
  return { ...answerCode(guide, question, answer), display: answerLabel(question, answer, reader) }
}

export function answerCode(guide: Guide, { id }: Question, answer: AnswerId): Coding {
  if (answer === UNSURE) return { system: ABSENT_REASON, code: ASKED_UNKNOWN }
  return { system: answersUrl(guide, id).url, code: answer }
}

function answerLabel({ answers }: Question, answer: AnswerId, reader: Reader): string {
  if (answer === UNSURE) return 'Not sure'
  const choice = answers.find(({ id }) => id === answer)
  return choice === undefined ? answer : choiceLabel(choice, reader)
}
