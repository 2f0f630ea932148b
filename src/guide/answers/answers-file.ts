import { isRecord } from '../../core/is-record.ts'
import { UsageFailure } from '../../io/failure.ts'
import { showValue } from '../../text/show-value.ts'
import type { Path, Position } from '../parse/diagnostic.ts'
import { LIMITS } from '../parse/limits.ts'
import { readJson, readJsonTree, withoutByteOrderMark } from '../parse/read-json.ts'
import type { SourceTree } from '../parse/source-tree.ts'
import { answersFailure } from './answers-failure.ts'
import { documentKind, kindOfBeginning } from './document-kind.ts'

/** A file of answers as data, and how a message names a place in it. */
type AnswersFile = { readonly tree: SourceTree; readonly placeOf: (path: Path) => string }

/** Reads a file of one person's answers. Throws UsageFailure when it is something else, or not readable. */
export async function readAnswersFile({
  name,
  text,
}: {
  readonly name: string
  readonly text: string
}): Promise<AnswersFile> {
  const file = name === '-' ? 'standard input' : name
  const placeText = ({ line, column }: Position) => `${file}:${line}:${column}  `
  if (text.length > LIMITS.answers) {
    const kind = kindOfBeginning(text)
    if (kind !== undefined) throw new UsageFailure(`${file} is ${kind.name}, not answers.`, kind.use)
    throw new UsageFailure(
      `${file} is too large for one person's answers: more than ${LIMITS.answers} characters.`,
      'For the answers of many people, one JSON object a line: nextline plan --batch <file>.',
    )
  }
  const tree = await treeOf(text, file, placeText)
  const kind = documentKind(tree.data)
  if (kind !== undefined && !isAnswersEnvelope(tree.data)) {
    throw new UsageFailure(`${file} is ${kind.name}, not answers.`, kind.use)
  }
  return { tree, placeOf: (path) => placeText(tree.spotOf(path)) }
}

function isAnswersEnvelope(data: unknown): boolean {
  return isRecord(data) && isRecord(data.answers)
}

async function treeOf(
  text: string,
  file: string,
  placeText: (spot: Position) => string,
): Promise<SourceTree> {
  const json = withoutByteOrderMark(text).trimStart()
  const isJson = json.startsWith('{') || json.startsWith('[')
  const read = isJson ? readJsonTree(text) : undefined
  if (read !== undefined && 'tree' in read) return read.tree
  const problems = read?.problems ?? []
  if (problems.some(({ code }) => code !== 'syntax')) throw unreadable('JSON', problems, placeText)
  const first = isJson ? firstOfSeveralLines(json) : undefined
  if (first !== undefined) throw documentPerLine(file, first.data)
  // Text in braces may be YAML: its reader reports the fault.
  const { readYaml } = await import('../parse/yaml-tree.ts')
  const { tree, faults } = readYaml(text)
  if (tree !== undefined && faults.length === 0) return tree
  if (/^\{\s*"/.test(json)) throw unreadable('JSON', problems, placeText)
  throw unreadable('YAML', faults, placeText)
}

/** The first line when it is JSON by itself and more follows: the file has one document a line. */
function firstOfSeveralLines(json: string): { readonly data: unknown } | undefined {
  const end = json.indexOf('\n')
  if (end <= 0 || json.slice(end).trim() === '') return undefined
  const first = readJson(json.slice(0, end))
  return 'data' in first ? first : undefined
}

type ReadingFault = Position & { readonly code: string; readonly message: string }

function unreadable(
  format: 'JSON' | 'YAML',
  faults: readonly ReadingFault[],
  placeText: (spot: Position) => string,
): UsageFailure {
  return answersFailure(
    faults.map((fault) =>
      fault.code === 'duplicate-key'
        ? `${placeText(fault)}${showValue(fault.message)} is answered twice`
        : `${placeText(fault)}not readable as ${format}: ${fault.message}`,
    ),
  )
}

function documentPerLine(file: string, first: unknown): UsageFailure {
  const kind = documentKind(first)
  return new UsageFailure(
    `${file} holds one JSON document a line${kind === undefined ? '' : `; the first is ${kind.name}`}.`,
    'For the answers of many people use: nextline plan --batch <file>.',
  )
}
