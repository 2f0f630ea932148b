import type { Guide, Property, TreatmentOption } from '../model.ts'

/*
 * What a proof rests on, as text: with equal keys it comes out the same. Texts that people read are not in a key, but
 * places are, since findings have them.
 */

/** What every proof rests on: the questions and the gates. */
export function keyOfGates({
  questions,
  warningSigns,
  outOfScope,
}: Pick<Guide, 'questions' | 'warningSigns' | 'outOfScope'>): string {
  return JSON.stringify([
    questions.map(({ id, type, answers, askWhen }) => [
      id,
      type,
      answers.map((answer) => answer.id),
      askWhen,
    ]),
    warningSigns.map(({ when }) => when),
    outOfScope.map(({ when }) => when),
  ])
}

/** What the proof of an option rests on beside the gates. */
export function keyOfOption(
  { rules, indications = [], place }: TreatmentOption,
  properties: readonly Property[],
): string {
  return JSON.stringify([
    rules.map(({ id, kind, when, status, whileOpen, place }) => [id, kind, when, status, whileOpen, place]),
    indications.map(({ id, when, place }) => [id, when, place]),
    place,
    properties,
  ])
}
