import type { Guide, Property, TreatmentOption } from '../model.ts'

/*
 * The input of a proof as a cache key. Texts that people read are not part of it; places are, because findings have them.
 */

/** The input of every proof: the questions and the gates. */
export function keyOfGates({ questions, warningSigns, outOfScope }: Guide): string {
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

/** The input of an option's proof, without that of `keyOfGates`. */
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
