import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml'
import { firstUnseen } from '../../text/clean-text.ts'
import type { Position } from './diagnostic.ts'
import { LIMITS } from './limits.ts'
import { withoutByteOrderMark } from './read-json.ts'
import { positionsIn, type SourceTree, sourceTree } from './source-tree.ts'
import { type OffsetFault, startOf, TAG_FOUND, toData } from './yaml-data.ts'
import { rootNode } from './yaml-nodes.ts'

export type YamlFault = Position & {
  readonly code: OffsetFault['code']
  /** In words; for a duplicate key, the key. */
  readonly message: string
}

/** The most faults that are reported for one text. */
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
  const faults: OffsetFault[] = []
  let isCertain = true
  const report = (fault: OffsetFault) => {
    if (fault.code === 'yaml') isCertain = false
    if (faults.length < MOST_FAULTS) faults.push(fault)
  }
  const events = eventsOf(text, report)
  const read = events && toData({ text, events }, report)
  const positionOf = positionsIn(text)
  const placed = faults.map(({ code, message, offset }) => ({ code, message, ...positionOf(offset) }))
  if (events === undefined || read === undefined || !isCertain) return { faults: placed }
  return {
    tree: sourceTree(read.data, text, () => rootNode({ text, events }, read.structure)),
    faults: placed,
  }
}

/** The parser's events of the one document of a text; undefined when it is not YAML. */
function eventsOf(text: string, report: (fault: OffsetFault) => void): readonly Event[] | undefined {
  const refuse = (message: string, offset: number) => void report({ code: 'yaml', message, offset })
  if (text.length > LIMITS.yamlFile) return refuse(`the file has more than ${LIMITS.yamlFile} characters`, 0)
  const unseen = firstUnseen(text)
  if (unseen !== undefined) return refuse(`the character ${unseen.name} cannot be seen`, unseen.index)
  try {
    const events = parseEvents(text, { maxDepth: LIMITS.depth + 1 })
    const second = events.findIndex(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT)
    if (second < 0) return events
    return refuse('a second document begins here; a file holds one', startOfDocument(text, events, second))
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const offset = error.mark?.position ?? 0
    return refuse(inPlainWords(error.reason, text, offset), offset)
  }
}

function startOfDocument(text: string, events: readonly Event[], index: number): number {
  const event = events[index]
  const start = startOf(events[index + 1]) ?? text.length
  const hasMark = event?.type === EVENT_ID.DOCUMENT && event.explicitStart
  return hasMark ? text.lastIndexOf('\n---', start) + 1 : start
}

const UNKNOWN_ESCAPE =
  'the backslash begins nothing that YAML knows: write two of them, or single quotes around the text'
const BLOCK_MARK =
  'a text that begins with > or | needs quotes; after such a mark, a text begins on the next line'
const NO_DIRECTIVE = 'leave out the lines above that begin with %'

/** What to do about the faults that authors make most, by the parser's words for them. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
  'bad indentation of a mapping entry':
    'nothing can begin here: indent a field as the fields beside it, and put a text that holds ": " or begins with a sign in quotes',
  'bad indentation of a sequence entry': 'no item can begin here: indent it as the items beside it',
  'deficient indentation':
    'this line stands too far to the left: indent it, or close the bracket or quote that is open above',
  'tab characters must not be used in indentation': 'a tab stands here: indent with spaces',
  'missed comma between flow collection entries':
    'a comma is missing before this, or a bracket is not closed',
  "expected the node content, but found ','": 'an item is missing before this comma',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'a colon and a space are missing on the line above, or the line has to be indented further',
  "expected ':' after a mapping key": 'a colon is missing here, after the name of a field',
  'unexpected end of the stream within a double quoted scalar': 'a text in double quotes has no end',
  'unexpected end of the stream within a single quoted scalar': 'a text in single quotes has no end',
  'unexpected end of the stream within a flow collection': 'a bracket is not closed',
  'unknown escape sequence': UNKNOWN_ESCAPE,
  'expected hexadecimal character': UNKNOWN_ESCAPE,
  'a line break is expected': BLOCK_MARK,
  'bad explicit indentation width of a block scalar; it cannot be less than one': BLOCK_MARK,
  'name of an anchor node must contain at least one character': 'a text that begins with & needs quotes',
  'name of an alias node must contain at least one character': 'a text that begins with * needs quotes',
  'duplication of an anchor property': 'a value has one anchor at most',
  'directives end mark is expected': NO_DIRECTIVE,
  'unacceptable YAML version of the document': NO_DIRECTIVE,
  'end of the stream or a document separator is expected':
    'nothing can follow here: begin every field or item in the same column, with a colon and a space after the name of a field',
  [`nesting exceeded maxDepth (${LIMITS.depth + 1})`]: `more than ${LIMITS.depth} levels inside one another`,
}

/** @param offset of the fault; its surroundings tell apart two mistakes that the parser calls the same */
function inPlainWords(reason: string, text: string, offset: number): string {
  if (/\btag\b/.test(reason)) return TAG_FOUND
  if (reason === 'deficient indentation' && /[\]}]/.test(text.charAt(offset)))
    return 'indent this closing bracket further than the field that it belongs to'
  if (
    reason === 'bad indentation of a mapping entry' &&
    /["'] *$/.test(text.slice(Math.max(offset - 9, 0), offset))
  )
    return 'the text in quotes ends before this: put quotes around all of it, and inside single quotes write each apostrophe twice'
  return PLAIN_WORDS[reason] ?? reason
}
