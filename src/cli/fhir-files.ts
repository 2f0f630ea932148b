import type { Guide, Plan } from '../core/model.ts'
import { guideBundle } from '../fhir/guide-bundle.ts'
import { planBundle } from '../fhir/plan-bundle.ts'
import type { Io } from '../io/io.ts'
import type { Reader } from '../view/text/labels.ts'
import { toJson } from './output.ts'
import type { OutFile } from './output-files.ts'
import { findOptions } from './resolve-names.ts'

/** The guide, or the named options, as one Bundle. */
export function fhirGuideFile(guide: Guide, names: readonly string[], reader: Reader): OutFile {
  const options = names.length === 0 ? guide.options : findOptions(guide, names)
  return { path: `${guide.id}.fhir.json`, text: toJson(guideBundle(guide, options, reader)) }
}

export function fhirPlanFile(io: Io, plan: Plan, reader: Reader): OutFile {
  return { path: 'plan.fhir.json', text: toJson(planBundle(plan, reader, io.hash)) }
}
