import type { AnswerChoice, CardText, Indication, Question } from '../../core/model.ts'
import { asSentence, type Reader } from './labels.ts'

/** A text of a card; undefined when absent. */
export function cardWords(text: CardText | undefined, reader: Reader): string | undefined {
  return (reader === 'clinician' ? text?.clinician : undefined) ?? text?.patient
}

/** Why an option fits. */
export function indicationWords({ because, clinical, short }: Indication, reader: Reader): string {
  return reader === 'clinician' ? asSentence(clinical ?? short) : because
}

export function questionWords({ clinical, text }: Question, reader: Reader): string {
  return reader === 'clinician' ? clinical : text
}

export function choiceLabel({ clinical, label }: AnswerChoice, reader: Reader): string {
  return (reader === 'clinician' ? clinical : undefined) ?? label
}
