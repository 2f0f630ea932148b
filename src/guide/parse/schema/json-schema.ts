import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema'
import { isRecord } from '../../../core/is-record.ts'
import { kebab } from '../field-names.ts'
import { GUIDE_FILES, OPTION_FILE } from '../guide-files.ts'
import { condition, openCondition } from './condition.ts'
import { scopes, writtenProperties, writtenProperty } from './property.ts'
import type { Shape } from './values.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * A JSON Schema for each file of a guide, for editors, derived from the parser's shapes in the spelling of YAML. Rules
 * between pieces are left to `check`.
 */
export function jsonSchemas(): ReadonlyMap<string, Json> {
  const files = Object.entries(GUIDE_FILES).map(([file, { list, shape }]) => {
    const item = file === 'properties.yaml' ? anyOf(Object.values(writtenProperties)) : convert(shape)
    return [file.replace('.yaml', '.json'), list ? { type: 'array', items: item } : item] as const
  })
  const all = [...files, ['option.json', convert(OPTION_FILE.shape)] as const]
  return new Map(all.map(([file, schema]) => [file, whole(file, schema)]))
}

function whole(file: string, schema: Json): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `nextline: ${file === 'option.json' ? 'a file of options/' : file.replace('.json', '.yaml')}`,
    ...schema,
    definitions: {
      condition: writtenCondition('condition'),
      openCondition: writtenCondition('openCondition'),
    },
  }
}

/** A condition as authors write it. The shapes describe it as it is after reading. */
function writtenCondition(name: 'condition' | 'openCondition'): Json {
  const inner = { $ref: `#/definitions/${name}` }
  const several = { type: 'array', items: inner, minItems: 1 }
  const open = name === 'openCondition' ? { open: { type: 'string' } } : {}
  const text = { type: 'string' }
  return {
    anyOf: [
      { const: 'always' },
      {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        properties: { all: several, any: several, not: inner, ...open },
        additionalProperties: { anyOf: [text, { type: 'array', items: text, minItems: 1 }] },
      },
    ],
  }
}

function anyOf(shapes: readonly Shape<unknown>[]): Json {
  return { anyOf: shapes.map(convert) }
}

const CONVERSION: ConversionConfig = {
  // The last shape of a pipe: the first only checks that data is a set of fields.
  typeMode: 'output',
  // Checks in code have no counterpart in JSON Schema.
  errorMode: 'ignore',
  overrideSchema: ({ valibotSchema, jsonSchema }) => {
    const shape: unknown = valibotSchema
    if (shape === condition) return { $ref: '#/definitions/condition' }
    if (shape === openCondition) return { $ref: '#/definitions/openCondition' }
    if (shape === writtenProperty) return anyOf(Object.values(writtenProperties))
    // The only other lazy shape: which options a property is about.
    if (valibotSchema.type === 'lazy') return anyOf(Object.values(scopes))
    return jsonSchema
  },
}

function convert(shape: Shape<unknown>): Json {
  const { $schema: _, $defs = {}, ...schema } = toJsonSchema(shape as never, CONVERSION)
  return asWritten(inlineDefinitions(schema, $defs as Json)) as Json
}

/** Puts the definitions that the library makes of lazy shapes where they are referred to. */
function inlineDefinitions(schema: unknown, definitions: Json): unknown {
  if (Array.isArray(schema)) return schema.map((item) => inlineDefinitions(item, definitions))
  if (!isRecord(schema)) return schema
  const [, name] = /^#\/\$defs\/(.+)$/.exec(String(schema.$ref)) ?? []
  if (name !== undefined) return definitions[name]
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, inlineDefinitions(value, definitions)]),
  )
}

/** Field names in kebab-case, without `place`, which the program adds. */
function asWritten(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asWritten)
  if (!isRecord(schema)) return schema
  const written = Object.entries(schema).map(([key, value]) => {
    if (key === 'properties' && isRecord(value)) return [key, fieldsAsWritten(value)]
    if (key === 'required' && Array.isArray(value)) {
      return [key, value.filter((name) => name !== 'place').map((name) => kebab(String(name)))]
    }
    // Other fields are not allowed.
    return key === 'additionalProperties' ? [key, false] : [key, asWritten(value)]
  })
  return Object.fromEntries(written)
}

function fieldsAsWritten(properties: Json): Json {
  const fields = Object.entries(properties).filter(([name]) => name !== 'place')
  return Object.fromEntries(fields.map(([name, schema]) => [kebab(name), asWritten(schema)]))
}
