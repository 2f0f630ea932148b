import { firstUnseen } from '../../../text/clean-text.ts'
import type { Position } from '../diagnostic.ts'
import { LIMITS } from '../limits.ts'
import { type SourceTree, spotIn, withoutMark } from '../read-json.ts'
import { readBlock } from './block.ts'
import { atEnd, type Cursor, column, cursorOf, NotYaml, type OffsetFault, refuse, skip } from './cursor.ts'
import { spotOf } from './places.ts'

export type YamlFault = Position & Pick<OffsetFault, 'code' | 'message'>

/** After so many faults, the text is not YAML. */
const MOST_FAULTS = 20

/**
 * YAML 1.2 text to data with positions, within the limits. Of YAML it takes what people write: no tags, no `?` fields,
 * no directives, one document. `tree` is absent when the text cannot be trusted to mean what it seems to mean; a field
 * that stands twice is a fault, but the rest of the text is still worth checking.
 */
export function readYaml(written: string): {
  readonly tree?: SourceTree
  readonly faults: readonly YamlFault[]
} {
  const text = withoutMark(written).replaceAll('\r\n', '\n')
  const { data, nodes, faults } = readText(text)
  const placed = faults
    .sort((a, b) => a.offset - b.offset)
    .slice(0, MOST_FAULTS)
    .map(({ code, message, offset }) => ({ code, message, ...spotIn(text, offset) }))
  if (faults.some(({ code }) => code === 'yaml')) return { faults: placed }
  return { tree: { data, spotOf: spotOf(text, nodes) }, faults: placed }
}

function readText(text: string): Pick<Cursor, 'nodes' | 'faults'> & { readonly data: unknown } {
  const cursor = cursorOf(text)
  const { nodes, faults } = cursor
  try {
    checkText(text)
    return { data: readDocument(cursor), nodes, faults }
  } catch (error) {
    if (!(error instanceof NotYaml)) throw error
    faults.push({ code: 'yaml', message: error.message, offset: error.offset })
    return { data: undefined, nodes, faults }
  }
}

function checkText(text: string): void {
  if (text.length > LIMITS.yamlFile) refuse(0, `the file has more than ${LIMITS.yamlFile} characters`)
  const unseen = firstUnseen(text)
  if (unseen !== undefined) refuse(unseen.index, `the character ${unseen.name} cannot be seen`)
  const lone = text.indexOf('\r')
  if (lone >= 0) refuse(lone, 'the character U+000D ends no line: write line feeds')
}

const MARKS = ['---', '...']

function readDocument(cursor: Cursor): unknown {
  const { text } = cursor
  skip(cursor)
  if (text.startsWith('%', cursor.at)) refuse(cursor.at, 'a directive stands here: take it out')
  if (text.startsWith('---', cursor.at) && column(cursor) === 0) {
    const { at } = cursor
    cursor.at += 3
    if (!skip(cursor) && !atEnd(cursor)) refuse(at, 'the line --- stands alone')
  }
  for (const mark of MARKS) {
    const begins = text.startsWith(mark, cursor.at)
    const other = begins ? cursor.at : text.indexOf(`\n${mark}`, cursor.line) + 1
    if (begins || other > 0) refuse(other, 'a second document begins here; a file holds one')
  }
  if (atEnd(cursor)) return null
  const data = readBlock(cursor, -1, 'line')
  if (!atEnd(cursor)) refuse(cursor.at, 'this line belongs to nothing above it: check how far it is indented')
  return data
}
