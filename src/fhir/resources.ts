/** The parts of FHIR R4 in use. Fields are in the order of the specification. */

export type Resource = { readonly resourceType: string; readonly [field: string]: unknown }

export type Coding = { readonly system: string; readonly code: string; readonly display?: string }

export type CodeableConcept = { readonly coding?: readonly Coding[]; readonly text?: string }

type Expression = { readonly language: 'text/fhirpath'; readonly expression: string }

export type ActionCondition = { readonly kind: 'applicability'; readonly expression: Expression }

export type RelatedArtifact = {
  readonly type: 'citation' | 'depends-on'
  readonly label?: string
  readonly display?: string
  readonly citation?: string
  readonly url?: string
  readonly resource?: string
}

export type BundleEntry = { readonly fullUrl: string; readonly resource: Resource }

export function collection(entries: readonly BundleEntry[]): Resource {
  return { resourceType: 'Bundle', type: 'collection', entry: entries }
}

export function concept(coding: Coding): CodeableConcept {
  return { coding: [coding] }
}
