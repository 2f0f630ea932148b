import { isRecord } from '../core/is-record.ts'
import type { Guide, QuestionId } from '../core/model.ts'
import { ABSENT_REASON, ASKED_UNKNOWN, answersUrl } from './canonical.ts'

/** The value of an answer before it is matched to the question's answers: text or number, "not sure", or a fault. */
export type ReadValue =
  | { readonly unsure: false; readonly value: string | number }
  | { readonly unsure: true }
  | { readonly fault: string }

const UNSURE_VALUE: ReadValue = { unsure: true }
const ABSENT_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

/** The value of one answer of a QuestionnaireResponse. */
export function readAnswerValue(answer: unknown, guide: Guide, question: QuestionId): ReadValue {
  if (!isRecord(answer)) return { fault: 'an answer is no object with a value' }
  // Extensions of a primitive value are in a field with the prefix "_".
  const values = Object.keys(answer).filter((key) => /^_?value[A-Z]/.test(key))
  const [name, ...others] = new Set(values.map((key) => key.replace(/^_/, '')))
  if (name === undefined) return isAbsent(answer) ? UNSURE_VALUE : { fault: 'an answer has no value' }
  if ([answer, answer[name], answer[`_${name}`]].some(isAbsent)) return UNSURE_VALUE
  if (others.length > 0)
    return { fault: `an answer has ${[name, ...others].join(' and ')}: one value is meant` }
  const value = answer[name]
  switch (name) {
    case 'valueCoding':
      return readCoding(value, answersUrl(guide, question).id)
    case 'valueBoolean':
      return typeof value === 'boolean' ? known(value ? 'yes' : 'no') : unreadable(name)
    case 'valueString':
      return typeof value === 'string' ? known(value) : unreadable(name)
    case 'valueInteger':
    case 'valueDecimal':
      return typeof value === 'number' ? known(value) : unreadable(name)
    default:
      return unreadable(name)
  }
}

const known = (value: string | number): ReadValue => ({ unsure: false, value })
const unreadable = (name: string): ReadValue => ({
  fault: `its ${name} cannot be read as one of its answers`,
})

/** Any reason for an absent value leaves the question open. */
function readCoding(value: unknown, codeSystem: string): ReadValue {
  if (!isRecord(value)) return unreadable('valueCoding')
  const { system, code } = value
  if (system === ABSENT_REASON || (system === undefined && code === ASKED_UNKNOWN)) return UNSURE_VALUE
  if (typeof code !== 'string') return { fault: 'its valueCoding has no code' }
  // Publishers may change the address, so only the name of the code system is compared.
  const isOfQuestion =
    system === undefined || (typeof system === 'string' && system.split('/').at(-1) === codeSystem)
  if (isOfQuestion) return known(code)
  return { fault: `${JSON.stringify(code)} is a code of ${JSON.stringify(system)}, not of this question` }
}

/** True for an element with HL7's extension for absent values. */
function isAbsent(element: unknown): boolean {
  return (
    isRecord(element) &&
    Array.isArray(element.extension) &&
    element.extension.some((extension) => isRecord(extension) && extension.url === ABSENT_EXTENSION)
  )
}
