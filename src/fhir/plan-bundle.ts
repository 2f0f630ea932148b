import type { Plan } from '../core/model.ts'
import type { Reader } from '../view/text/labels.ts'
import { carePlan } from './care-plan.ts'
import { guidanceResponse } from './guidance-response.ts'
import { questionnaireResponse } from './questionnaire-response.ts'
import { collection, type Resource } from './resources.ts'

/**
 * A plan as a FHIR R4 Bundle with the answers, the guidance and the list, without person or date. Addresses are hashes
 * of the content, so that the same plan gives the same bytes.
 * @param hash of a text, in hexadecimal, at least 32 digits
 */
export function planBundle(plan: Plan, reader: Reader, hash: (text: string) => string): Resource {
  const { guide, answers } = plan
  const key = JSON.stringify([guide.id, guide.version, answers])
  const address = (name: string) => `urn:uuid:${uuidFrom(hash(`${name} ${key}`))}`
  const [response, guidance, list] = [address('response'), address('guidance'), address('list')]
  return collection([
    { fullUrl: response, resource: questionnaireResponse(guide, answers, reader) },
    { fullUrl: guidance, resource: guidanceResponse(plan, list) },
    { fullUrl: list, resource: carePlan(plan, reader, response) },
  ])
}

/** A UUID of version 8 (RFC 9562: the bits are the program's own). */
function uuidFrom(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
