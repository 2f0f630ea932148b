import { Composer, type Document, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser } from 'yaml'
import { firstUnseen } from '../../text/clean-text.ts'
import type { Path, Position } from './diagnostic.ts'
import { LIMITS } from './limits.ts'
import { type SourceTree, spotIn, withoutByteOrderMark } from './read-json.ts'
import { type OffsetFault, toData, type YamlData } from './yaml-data.ts'

export type YamlFault = Position & {
  readonly code: OffsetFault['code']
  /** In words; for a duplicate key, the key. */
  readonly message: string
}

/** Thrown where reading the rest would take long and add little. */
class ReadingStopped extends Error {}

/** After so many faults of syntax, the text is not YAML. */
const MOST_FAULTS = 20

/**
 * YAML 1.2 text to data with positions, within the limits. `tree` is absent when the meaning of the text is
 * uncertain. A repeated field is a fault too, but the rest of the text is still checked.
 */
export function readYaml(written: string): {
  readonly tree?: SourceTree
  readonly faults: readonly YamlFault[]
} {
  const text = withoutByteOrderMark(written)
  const fault = textFault(text)
  if (fault !== undefined) return { faults: [fault] }
  const lines = new LineCounter()
  const faults: OffsetFault[] = []
  const report = (fault: OffsetFault) => {
    if (faults.length < MOST_FAULTS) faults.push(fault)
    // The library catches this and reports it as a fault, so every later report throws again.
    if (faults.length >= MOST_FAULTS) throw new ReadingStopped()
  }
  const spotAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const read = dataOf(text, lines, report)
  const placed = faults.map(({ code, message, offset }) => ({ code, message, ...spotAt(offset) }))
  if (read === undefined || faults.some(({ code }) => code === 'yaml')) return { faults: placed }
  const spotOf: SourceTree['spotOf'] = (path, part = 'value') =>
    spotAt(offsetOf(read.root, path, part, read.targets))
  return { tree: { data: read.data, spotOf }, faults: placed }
}

function dataOf(
  text: string,
  lines: LineCounter,
  report: (fault: OffsetFault) => void,
): YamlData | undefined {
  try {
    return toData(compose(text, lines, report).contents, report)
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error
  }
  return undefined
}

/** The fault of a text that is not worth parsing. */
function textFault(text: string): YamlFault | undefined {
  if (text.length > LIMITS.yamlFile) {
    const message = `the file has more than ${LIMITS.yamlFile} characters`
    return { code: 'yaml', message, line: 1, column: 1 }
  }
  const unseen = firstUnseen(text)
  if (unseen === undefined) return undefined
  return {
    code: 'yaml',
    message: `the character ${unseen.name} cannot be seen`,
    ...spotIn(text, unseen.index),
  }
}

/** The one document of a text. Counts tokens and depth as they come, so that what is too much is never built. */
function compose(text: string, lines: LineCounter, report: (fault: OffsetFault) => void): Document.Parsed {
  const parser = new Parser(lines.addNewLine)
  const composer = new Composer({
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    logLevel: 'silent',
  })
  // The library makes an error object with a stack for each fault, which takes seconds where there are many.
  Object.assign(composer, { onError: composerReport(report) })
  let documents = 0
  let document: Document.Parsed | undefined
  for (const composed of composer.compose(tokensOf(text, parser, lines, report), true, text.length)) {
    documents += 1
    if (documents === 1) document = composed
    else {
      const offset = composed.range[0]
      report({ code: 'yaml', message: 'a second document begins here; a file holds one', offset })
      break
    }
  }
  for (const { message, pos } of document?.errors ?? []) report({ code: 'yaml', message, offset: pos[0] })
  if (document === undefined) throw new ReadingStopped()
  return document
}

type YamlOffset = number | readonly [number, number] | { readonly offset: number }

function composerReport(report: (fault: OffsetFault) => void) {
  return (source: YamlOffset, code: string, message: string) => {
    const offset = typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0]
    // Every tag is refused when the data is made.
    if (code !== 'TAG_RESOLVE_FAILED') report({ code: 'yaml', message, offset })
  }
}

function* tokensOf(text: string, parser: Parser, lines: LineCounter, report: (fault: OffsetFault) => void) {
  lines.addNewLine(0)
  let tokens = 0
  for (const lexeme of new Lexer().lex(text)) {
    tokens += 1
    const { offset } = parser
    if (tokens > LIMITS.yamlTokens) {
      report({ code: 'yaml', message: `the file has more than ${LIMITS.yamlTokens} words and signs`, offset })
      throw new ReadingStopped()
    }
    // A list of sets of fields has two levels of tokens for each of its own, and the document has one.
    if (parser.stack.length > LIMITS.depth + 2) {
      report({ code: 'yaml', message: `more than ${LIMITS.depth} levels inside one another`, offset })
      throw new ReadingStopped()
    }
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

// ---------------------------------------------------------------- places

type Targets = YamlData['targets']

function offsetOf(root: Node | null, path: Path, part: 'key' | 'value', targets: Targets): number {
  let node = root
  let offset = startOf(node) ?? 0
  for (const [depth, step] of path.entries()) {
    const child = childOf(node === null ? null : (targets.get(node) ?? node), step)
    if (child === undefined) return offset
    const wanted = part === 'key' && depth === path.length - 1 ? child.key : child.value
    offset = startOf(wanted) ?? startOf(child.key) ?? offset
    node = child.value
  }
  return offset
}

type Child = { readonly key: Node | null; readonly value: Node | null }

function childOf(node: Node | null, step: string | number): Child | undefined {
  if (isSeq<Node>(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined
    return item === undefined ? undefined : { key: item, value: item }
  }
  if (!isMap<Node, Node | null>(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return pair === undefined ? undefined : { key: pair.key, value: pair.value }
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0]
}
