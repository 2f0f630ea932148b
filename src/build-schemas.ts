import { jsonSchemas } from './guide/parse/schema/json-schema.ts'
import { createProcessIo } from './io/node-io.ts'

/** Writes the JSON Schemas of a guide's files into schema/ (npm run schema). */
const { writeFileAtomic } = createProcessIo()
for (const [file, schema] of jsonSchemas()) {
  writeFileAtomic(`schema/${file}`, `${JSON.stringify(schema, null, 2)}\n`)
}
