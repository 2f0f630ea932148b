import type { Guide } from '../../core/model.ts'
import { isCsvHeading } from '../../guide/answers/csv-answers.ts'
import { documentKind } from '../../guide/answers/document-kind.ts'
import { UsageFailure } from '../../io/failure.ts'
import type { InputKind } from './people.ts'

/** The format of a register, by file extension, else by its first line. */
export function inputKind(path: string, lines: readonly string[], guide: Guide): InputKind {
  const [first = ''] = lines
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase()
  if (ending === 'csv') return 'csv'
  if (/^\s*\{/.test(first))
    return /"resourceType"\s*:\s*"QuestionnaireResponse"/.test(first) ? 'fhir' : 'jsonl'
  return ending !== 'jsonl' && ending !== 'ndjson' && isCsvHeading(first, guide) ? 'csv' : 'jsonl'
}

const ONE_A_LINE = 'Write one JSON object of answers a line, for example with: jq --compact-output'

/** Throws UsageFailure for a file that cannot be a register, before the rest is read. */
export function refuseOther(path: string, lines: readonly string[]): void {
  const [first = ''] = lines
  const name = path === '-' ? 'standard input' : path
  const refuse = (what: string, hint: string) => {
    throw new UsageFailure(`${name} ${what}.`, hint)
  }
  if (first.startsWith('PK\u0003\u0004')) refuse('is a spreadsheet or an archive', 'Save the table as CSV.')
  if (first.startsWith('\uFFFD') || first.startsWith('\u001F'))
    refuse('is not UTF-8 text', 'Save it as UTF-8.')
  if (/^\s*\[/.test(first))
    refuse('is one JSON list', `${ONE_A_LINE} '.[]' ${path === '-' ? '' : path}`.trim())
  if (/\.ya?ml$/i.test(path)) {
    refuse('is YAML, the answers of one person', `Use: nextline plan --answers ${path}`)
  }
  if (/^\s*\{\s*$/.test(first)) {
    const kind = documentIn(lines)
    const what = kind === undefined ? 'one JSON document over several lines' : kind.name
    refuse(`is ${what}, not one object of answers a line`, kind?.use ?? `${ONE_A_LINE} .`)
  }
}

/** The kind of document, from its first lines. */
function documentIn(lines: readonly string[]): ReturnType<typeof documentKind> {
  const text = lines.slice(0, LINES_OF_A_HEADER).join('\n').slice(0, CHARACTERS_OF_A_HEADER)
  const field = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"]{1,60})"`).exec(text)?.[1]
  return documentKind({ schema: field('schema'), resourceType: field('resourceType') })
}

const LINES_OF_A_HEADER = 5
const CHARACTERS_OF_A_HEADER = 1000
