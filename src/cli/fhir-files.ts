import type { Guide } from '../core/model.ts'
import { guideBundle } from '../fhir/guide-bundle.ts'
import type { Reader } from '../view/text/labels.ts'
import { toJson } from './output.ts'
import type { OutFile } from './output-files.ts'
import { findOptions } from './resolve-names.ts'

/** The guide, or the options named, as one Bundle. */
export function fhirGuideFile(guide: Guide, names: readonly string[], reader: Reader): OutFile {
  const options = names.length === 0 ? guide.options : findOptions(guide, names)
  return { path: `${guide.id}.fhir.json`, text: toJson(guideBundle(guide, options, reader)) }
}
