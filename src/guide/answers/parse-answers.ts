import type { Answers, Guide } from '../../core/model.ts'
import { UsageFailure } from '../../io/failure.ts'
import { type Path, type Spot, show } from '../parse/diagnostic.ts'
import { isMapping } from '../parse/is-record.ts'
import { checkAnswers, inGuideOrder } from './check-answers.ts'

const HINT =
  '`nextline walk` asks every question; `nextline export --format json` lists them with their answers.'

export type AnswersInput = {
  /** YAML or JSON: answers by question, or a record or plan of ours that holds them under `answers`. */
  readonly file?: { readonly name: string; readonly text: string }
  /** `question=value[,value]`, each winning over the file. */
  readonly set?: readonly string[]
}

/**
 * A person's answers from a file and from `--set`, in the guide's order. Throws UsageFailure with a line for
 * everything that is wrong in either.
 */
export async function parseAnswers(input: AnswersInput, guide: Guide): Promise<Answers> {
  const file = input.file === undefined ? undefined : await readAnswersFile(input.file)
  const { answers, base } = answersWithin(file?.data, guide)
  const fromFile = checkAnswers(answers, guide)
  const set = readSets(input.set ?? [])
  const fromSet = checkAnswers(set.given, guide)
  const faults = [
    ...fromFile.faults.map(({ path, message }) => `${file?.placeOf([...base, ...path])}${message}`),
    ...set.faults,
    ...fromSet.faults.map(({ message }) => `--set: ${message}`),
  ]
  if (faults.length > 0) throw wrongAnswers(faults)
  return inGuideOrder({ ...fromFile.answers, ...fromSet.answers }, guide)
}

/**
 * One line of a batch: answers as a JSON object, in the guide's order. Throws UsageFailure with everything that is
 * wrong.
 */
export function parseAnswersLine(line: string, guide: Guide): Answers {
  const data = fromJson(line)
  if (!isMapping(data)) throw new UsageFailure('not a JSON object of answers, such as {"age": "18-64"}')
  const { answers } = answersWithin(data, guide)
  const checked = checkAnswers(answers, guide)
  if (checked.faults.length > 0)
    throw new UsageFailure(checked.faults.map(({ message }) => message).join('; '))
  return checked.answers
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wrongAnswers(faults: readonly string[]): UsageFailure {
  const [only] = faults
  if (faults.length === 1 && only !== undefined) return new UsageFailure(only, HINT)
  return new UsageFailure(
    [`${faults.length} things are wrong with the answers:`, ...faults].join('\n  '),
    HINT,
  )
}

// ---------------------------------------------------------------- reading

type ReadFile = { readonly data: unknown; readonly placeOf: (path: Path) => string }

async function readAnswersFile({
  name,
  text,
}: {
  readonly name: string
  readonly text: string
}): Promise<ReadFile> {
  const file = name === '-' ? 'standard input' : name
  // Braces are YAML too: where they are not JSON, its reader says where the fault is.
  const data = text.trimStart().startsWith('{') ? fromJson(text) : undefined
  if (data !== undefined) return { data, placeOf: () => `${file}: ` }
  const { readYaml } = await import('../parse/yaml-tree.ts')
  const { tree, faults: found } = readYaml(text)
  const faults = found.filter(({ code }) => code !== 'yaml-warning')
  const at = ({ line, column }: Spot) => `${file}:${line}:${column}  `
  if (tree === undefined || faults.length > 0) {
    throw wrongAnswers(
      faults.map((fault) =>
        fault.code === 'duplicate-key'
          ? `${at(fault)}"${fault.message}" is answered twice`
          : `${at(fault)}not readable as YAML: ${fault.message}`,
      ),
    )
  }
  return { data: tree.data, placeOf: (path) => at(tree.spotOf(path)) }
}

/** A record or a plan holds the answers one level down. */
function answersWithin(data: unknown, guide: Guide): { readonly answers: unknown; readonly base: Path } {
  const asked = guide.questions.some(({ id }) => id === 'answers')
  return !asked && isMapping(data) && isMapping(data.answers)
    ? { answers: data.answers, base: ['answers'] }
    : { answers: data, base: [] }
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
