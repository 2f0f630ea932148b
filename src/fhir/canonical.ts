import type { Guide, QuestionId } from '../core/model.ts'

/**
 * The base of all resource addresses. `.example` is reserved (RFC 2606); publishers replace it by their own address.
 */
const BASE = 'https://nextline.example/fhir'

/** HL7's reasons for an absent value. `asked-unknown` stands for `unsure`. */
export const ABSENT_REASON = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
export const ASKED_UNKNOWN = 'asked-unknown'

/** FHIR allows 64 characters in an id. */
const LONGEST_ID = 64

export type ResourceUrl = { readonly id: string; readonly url: string }

export const questionnaireUrl = (guide: Guide): ResourceUrl => resourceUrl('Questionnaire', guide.id)
export const planDefinitionUrl = (guide: Guide): ResourceUrl => resourceUrl('PlanDefinition', guide.id)
export const optionsUrl = (guide: Guide): ResourceUrl => resourceUrl('CodeSystem', `${guide.id}.options`)
export const questionsUrl = (guide: Guide): ResourceUrl => resourceUrl('CodeSystem', `${guide.id}.questions`)
export const gatesUrl = (guide: Guide): ResourceUrl => resourceUrl('CodeSystem', `${guide.id}.gates`)
/** Each question has a code system, because an answer has a meaning only within its question. */
export const answersUrl = (guide: Guide, question: QuestionId): ResourceUrl =>
  resourceUrl('CodeSystem', `${guide.id}.answers.${question}`)
/** The statuses, which are the same for every guide. */
export const STATUS_URL: ResourceUrl = resourceUrl('CodeSystem', 'plan-status')

/** The identifier system of the hash in an exported Bundle. */
export const EXPORT_SYSTEM = `${BASE}/export`

function resourceUrl(type: string, name: string): ResourceUrl {
  const id = shortId(name)
  return { id, url: `${BASE}/${type}/${id}` }
}

function shortId(name: string): string {
  return name.length <= LONGEST_ID ? name : `${name.slice(0, LONGEST_ID - 9)}.${fnv1a(name)}`
}

/** A short hash (FNV-1a, 32 bits), so that two long names stay different when cut. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** A name in the form that FHIR asks of computer-friendly names: `FacetJoint`. */
export function computerName(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  const name = words.join('')
  return /^[A-Z]/.test(name) ? name : `Guide${name}`
}
