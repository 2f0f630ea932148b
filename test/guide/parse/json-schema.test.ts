import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from '../../../src/guide/parse/schema/json-schema.ts'

const schemas = jsonSchemas()

describe('the JSON Schemas of a guide, for editors', () => {
  it('stand in schema/ as the shapes are now (npm run schema)', () => {
    const files = readdirSync('schema').filter((file) => !file.endsWith('.schema.json'))
    expect(files.sort()).toEqual([...schemas.keys()].sort())
    for (const [file, schema] of schemas) {
      expect(JSON.parse(readFileSync(`schema/${file}`, 'utf8')), file).toEqual(schema)
    }
  })
})
