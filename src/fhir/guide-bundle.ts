import type { Guide, TreatmentOption } from '../core/model.ts'
import type { Reader } from '../view/text/labels.ts'
import { codeSystems } from './code-systems.ts'
import { planDefinition } from './plan-definition.ts'
import { questionnaire } from './questionnaire.ts'
import { collection, type Resource } from './resources.ts'

/** A guide, or some of its options, as a Bundle of FHIR R4: its questions, its rules and the codes of both. */
export function guideBundle(guide: Guide, options: readonly TreatmentOption[], reader: Reader): Resource {
  const resources = [questionnaire(guide, reader), planDefinition(guide, options), ...codeSystems(guide)]
  return collection(resources.map((resource) => ({ fullUrl: String(resource.url), resource })))
}
