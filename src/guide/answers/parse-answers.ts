import { isRecord } from '../../core/is-record.ts'
import type { Answers, Guide } from '../../core/model.ts'
import { UsageFailure } from '../../io/failure.ts'
import { type Path, type Position, show } from '../parse/diagnostic.ts'
import { LIMITS } from '../parse/limits.ts'
import { type JsonProblem, readJson, readJsonTree, type SourceTree, withoutMark } from '../parse/read-json.ts'
import { answersWithin } from './answers-within.ts'
import { type AnswerFault, checkAnswers, inGuideOrder, type ReadAs } from './check-answers.ts'
import { documentKind, kindOfBeginning } from './document-kind.ts'

const HINT = 'See the questions and their answers with: nextline questions. Or be asked: nextline walk.'

export type AnswersInput = {
  /** YAML or JSON: answers by question, or a record or plan of ours that holds them under `answers`. */
  readonly file?: { readonly name: string; readonly text: string }
  /** `question=value[,value]`, each winning over the file. */
  readonly set?: readonly string[]
}

/** Answers, and which of them were not written as ids and what they were read as. */
export type ParsedAnswers = { readonly answers: Answers; readonly readAs: readonly ReadAs[] }

/**
 * A person's answers from a file and from `--set`, in the guide's order. Throws UsageFailure with a line for the first
 * few things that are wrong in either.
 */
export async function parseAnswers(input: AnswersInput, guide: Guide): Promise<ParsedAnswers> {
  const file = input.file === undefined ? undefined : await readAnswersFile(input.file)
  const within = answersWithin(file?.tree.data, guide)
  const fromFile = checkAnswers(within.answers, guide)
  const set = readSets(input.set ?? [])
  const fromSet = checkAnswers(set.given, guide)
  const inFile = [
    ...within.faults,
    ...fromFile.faults.map(({ path, message }) => ({ path: [...within.base, ...path], message })),
  ]
  const faults = [
    ...inFile.slice(0, FIRST).map(({ path, message }) => `${file?.placeOf(path)}${message}`),
    ...set.faults,
    ...fromSet.faults.map(({ message }) => `--set: ${message}`),
  ]
  const more = Math.max(0, inFile.length - FIRST)
  if (faults.length > 0) throw wrongAnswers(faults, faults.length + more)
  return {
    answers: inGuideOrder({ ...fromFile.answers, ...fromSet.answers }, guide),
    readAs: [
      ...fromFile.readAs.filter(({ question }) => !Object.hasOwn(fromSet.answers, question)),
      ...fromSet.readAs,
    ],
  }
}

/** As many faults as help; the rest is a number. */
const FIRST = 5

/**
 * One line of a batch: answers as a JSON object, in the guide's order. Throws UsageFailure with everything that is
 * wrong.
 */
export function parseAnswersLine(line: string, guide: Guide): Answers {
  return answersOf(readAnswersLine(line), guide)
}

/** The JSON object that a line of a batch is. Throws UsageFailure when it is none, or when a field stands twice. */
export function readAnswersLine(line: string): Readonly<Record<string, unknown>> {
  const read = readJson(line)
  if ('problems' in read) {
    const [first] = read.problems
    if (first?.code === 'duplicate-key') throw new UsageFailure(`${show(first.message)} stands twice`)
    if (first?.code !== 'syntax') throw new UsageFailure(`the line is too much: ${first?.message}`)
  } else if (isRecord(read.data)) return read.data
  throw new UsageFailure('not a JSON object of answers, such as {"age": "18-64"}')
}

/** The answers in the data of a line. Throws UsageFailure with the first few things that are wrong. */
export function answersOf(data: unknown, guide: Guide): Answers {
  const within = answersWithin(data, guide)
  const checked = checkAnswers(within.answers, guide)
  const faults: readonly AnswerFault[] = [...within.faults, ...checked.faults]
  if (faults.length === 0) return checked.answers
  const first = faults.slice(0, FIRST).map(({ message }) => message)
  const more = faults.length > FIRST ? [`and ${faults.length - FIRST} more`] : []
  throw new UsageFailure([...first, ...more].join('; '))
}

function wrongAnswers(faults: readonly string[], count = faults.length): UsageFailure {
  const [only] = faults
  if (count === 1 && only !== undefined) return new UsageFailure(only, HINT)
  const first = faults.slice(0, FIRST)
  const more = count > first.length ? [`and ${count - first.length} more`] : []
  return new UsageFailure(
    [`${count} things are wrong with the answers:`, ...first, ...more].join('\n  '),
    HINT,
  )
}

// ---------------------------------------------------------------- reading

type ReadFile = { readonly tree: SourceTree; readonly placeOf: (path: Path) => string }

async function readAnswersFile({
  name,
  text,
}: {
  readonly name: string
  readonly text: string
}): Promise<ReadFile> {
  const file = name === '-' ? 'standard input' : name
  const at = ({ line, column }: Position) => `${file}:${line}:${column}  `
  if (text.length > LIMITS.answers) {
    const kind = kindOfBeginning(text)
    if (kind !== undefined) throw new UsageFailure(`${file} is ${kind.name}, not answers.`, kind.use)
    throw new UsageFailure(
      `${file} is too large for one person's answers: more than ${LIMITS.answers} characters.`,
      'For the answers of many people, one JSON object a line: nextline plan --batch <file>.',
    )
  }
  const tree = await treeOf(text, file, at)
  const kind = documentKind(tree.data)
  if (kind !== undefined && !isAnswersEnvelope(tree.data)) {
    throw new UsageFailure(`${file} is ${kind.name}, not answers.`, kind.use)
  }
  return { tree, placeOf: (path) => at(tree.spotOf(path)) }
}

function isAnswersEnvelope(data: unknown): boolean {
  return isRecord(data) && isRecord(data.answers)
}

async function treeOf(text: string, file: string, at: (spot: Position) => string): Promise<SourceTree> {
  const json = withoutMark(text).trimStart()
  const isJson = json.startsWith('{') || json.startsWith('[')
  const read = isJson ? readJsonTree(text) : undefined
  if (read !== undefined && 'tree' in read) return read.tree
  const problems = read?.problems ?? []
  if (problems.some(({ code }) => code !== 'syntax')) throw notJson(problems, at)
  if (isJson && isManyLines(json)) throw manyLines(file, json)
  // Braces are YAML too: where they are not JSON, its reader says where the fault is.
  const { readYaml } = await import('../parse/yaml-tree.ts')
  const { tree, faults } = readYaml(text)
  if (tree !== undefined && faults.length === 0) return tree
  if (/^\{\s*"/.test(json)) throw notJson(problems, at)
  throw wrongAnswers(
    faults.map((fault) =>
      fault.code === 'duplicate-key'
        ? `${at(fault)}${show(fault.message)} is answered twice`
        : `${at(fault)}not readable as YAML: ${fault.message}`,
    ),
  )
}

/** Whether the first line is JSON by itself, and more follows: a file with one document a line. */
function isManyLines(json: string): boolean {
  const end = json.indexOf('\n')
  return end > 0 && json.slice(end).trim() !== '' && 'data' in readJson(json.slice(0, end))
}

function notJson(problems: readonly JsonProblem[], at: (spot: Position) => string): UsageFailure {
  return wrongAnswers(
    problems.map((fault) =>
      fault.code === 'duplicate-key'
        ? `${at(fault)}${show(fault.message)} is answered twice`
        : `${at(fault)}not readable as JSON: ${fault.message}`,
    ),
  )
}

function manyLines(file: string, json: string): UsageFailure {
  const first = readJson(json.slice(0, json.indexOf('\n')))
  const kind = 'data' in first ? documentKind(first.data) : undefined
  return new UsageFailure(
    `${file} holds one JSON document a line${kind === undefined ? '' : `; the first is ${kind.name}`}.`,
    'For the answers of many people use: nextline plan --batch <file>.',
  )
}

/** A question that is set twice has both values: for one that takes a single answer, that is a fault later on. */
function readSets(sets: readonly string[]): {
  readonly given: Readonly<Record<string, unknown>>
  readonly faults: readonly string[]
} {
  const given = new Map<string, readonly string[]>()
  const faults: string[] = []
  for (const set of sets) {
    const equals = set.indexOf('=')
    const question = set.slice(0, Math.max(0, equals)).trim()
    if (question === '') {
      faults.push(`--set: ${show(set)} is not question=answer, such as --set age=18-64`)
      continue
    }
    const parts = set
      .slice(equals + 1)
      .split(',')
      .map((value) => value.trim())
    given.set(question, [...(given.get(question) ?? []), ...parts.filter((value) => value !== '')])
  }
  return { given: Object.fromEntries(given), faults }
}
