import { isRecord } from '../../core/is-record.ts'

/** The name of a kind of document, and a hint on its use. */
type DocumentKind = { readonly name: string; readonly use: string }

const OURS: Readonly<Record<string, DocumentKind>> = {
  plan: { name: 'a plan', use: 'Its answers can be given with --answers.' },
  record: {
    name: 'a record',
    use: 'Use it with: nextline replay <record>, walk --resume <record> or plan --answers <record>.',
  },
  brief: { name: 'a brief plan, a line of `plan --batch`', use: 'It holds no answers.' },
  error: { name: 'an error line of `plan --batch`', use: 'It says what is wrong with a line of answers.' },
  summary: { name: 'a summary of `plan --batch`', use: 'It holds counts.' },
  guide: { name: 'a guide', use: 'Give its folder, or its exported file, with --guide.' },
}

/** The kind of a document from the first field of its text, without parsing the rest. */
export function kindOfBeginning(text: string): DocumentKind | undefined {
  const [, field, value] =
    /^\s*\{\s*"(schema|resourceType)"\s*:\s*"([^"]{1,60})"/.exec(text.slice(0, 200)) ?? []
  return field === undefined ? undefined : documentKind({ [field]: value })
}

/** The kind of a document, by its `schema` or FHIR `resourceType`; undefined without either. */
export function documentKind(data: unknown): DocumentKind | undefined {
  if (!isRecord(data)) return undefined
  const { schema, resourceType } = data
  const [, kind] = typeof schema === 'string' ? (/^nextline\/([a-z-]{1,30})@/.exec(schema) ?? []) : []
  if (kind !== undefined) {
    return OURS[kind] ?? { name: `what \`nextline ${kind} --json\` prints`, use: 'It is there to be read.' }
  }
  if (typeof resourceType !== 'string' || !/^[A-Za-z]{1,40}$/.test(resourceType)) return undefined
  const use =
    resourceType === 'QuestionnaireResponse'
      ? 'Give it with --answers; many, one a line, to: nextline plan --batch --input fhir.'
      : 'Only a QuestionnaireResponse holds answers.'
  return { name: `a FHIR ${resourceType}`, use }
}
