import { counted } from '../../text/words.ts'
import type { PromptRow, RowsPrompt, RowValue } from '../prompter.ts'
import { ROW_VALUES } from '../prompter.ts'
import { hintsOf, keysHelp, type ListState, moveOfKey, scrollHelp } from './list.ts'
import {
  drawHelp,
  drawPage,
  type EntryRange,
  fold,
  inputLine,
  type ScrollArea,
  visibleRange,
} from './page.ts'
import { currentValues, ROW_VALUE_LABELS, type RowValues, summarizeRows } from './row-values.ts'
import { answered, type Key, type KeyResult, moveTo, type PromptStyle, stay, type Widget } from './widget.ts'

type RowsState = Omit<ListState, 'pointer'> & {
  readonly pointer: number
  readonly values: RowValues
  /** Ids of the rows that have been on the screen. */
  readonly seen: readonly string[]
  /** A question that must be answered with y before anything else happens. */
  readonly asking?: 'no-to-rest' | 'leave-open'
}

const KEY_VALUE: Readonly<Record<string, RowValue>> = { y: 'yes', n: 'no', u: 'unsure' }

const INSTRUCTIONS = [
  'y is yes, n is no, u is not sure: for the row at the pointer. Space goes through them, Backspace opens it again.',
  'a answers no to all rows that are still open, after asking you.',
  'Arrow up and down move the pointer, Page down and Page up a screen at once.',
  'Enter accepts all rows as they stand.',
]

/** A screen of yes/no questions, a row each. A row is open until a key sets it; nothing is assumed. */
export function chooseRowsWidget(prompt: RowsPrompt): Widget<RowsState, RowValues> {
  return {
    start: { pointer: 0, typed: '', values: currentValues(prompt), seen: [] },
    summary: prompt.summary ?? prompt.text,
    press: (state, key, typed, style) => {
      const visible = visibleRange(
        prompt,
        bodyOf(prompt, state, style),
        footerOf(prompt, state, style),
        style,
      )
      const updated = withSeen(prompt, state, visible)
      const target = pageTarget(key, state, visible)
      return target === undefined
        ? press(prompt, updated, key, typed)
        : stay(pointAt(prompt, updated, target))
    },
    draw: (state, style) => draw(prompt, state, style),
  }
}

function openRows(prompt: RowsPrompt, values: RowValues): readonly PromptRow[] {
  return prompt.rows.filter((row) => values[row.id] === undefined)
}

/** Open rows that were on the screen. "No to all the rest" answers only these. */
function openSeen(prompt: RowsPrompt, { values, seen }: RowsState): readonly PromptRow[] {
  return openRows(prompt, values).filter(({ id }) => seen.includes(id))
}

/** The target row of a paging key: half a screen on, so that no row is skipped. */
function pageTarget(key: Key, { help }: RowsState, { first, last }: EntryRange): number | undefined {
  if (help !== undefined) return undefined
  const half = Math.ceil((last - first + 1) / 2)
  if (key.name === 'pagedown') return last + half
  return key.name === 'pageup' ? first - half : undefined
}

function pointAt(prompt: RowsPrompt, state: RowsState, row: number): RowsState {
  const { message: _, asking: __, ...rest } = state
  return { ...rest, pointer: Math.max(0, Math.min(prompt.rows.length - 1, row)) }
}

function withSeen(prompt: RowsPrompt, state: RowsState, { first, last }: EntryRange): RowsState {
  const visible = prompt.rows.slice(first, last + 1).map(({ id }) => id)
  return { ...state, seen: [...new Set([...state.seen, ...visible])] }
}

function press(
  prompt: RowsPrompt,
  state: RowsState,
  key: Key,
  typed: string,
): KeyResult<RowsState, RowValues> {
  const { message: _, help, asking, ...cleared } = state
  if (help !== undefined) return stay(scrollHelp(cleared, help, key))
  if (asking !== undefined) return pressAnswerTo(prompt, cleared, asking, key)
  const move = moveOfKey(key, '', prompt.moves)
  if (move !== undefined) return moveTo(move)
  if (typed === '?') return stay({ ...cleared, help: 0 })
  if (key.name === 'return') return accept(prompt, cleared)
  return stay(pressRow(prompt, cleared, key))
}

/** A key after the question `asking`. */
function pressAnswerTo(
  prompt: RowsPrompt,
  state: RowsState,
  asking: NonNullable<RowsState['asking']>,
  key: Key,
): KeyResult<RowsState, RowValues> {
  const isYes = key.name === 'y' || (asking === 'leave-open' && key.name === 'return')
  if (!isYes) return stay({ ...state, message: 'Nothing was changed.' })
  if (asking === 'leave-open') return done(prompt, state.values)
  const rest = openSeen(prompt, state).map((row) => [row.id, 'no'] as const)
  const values = { ...state.values, ...Object.fromEntries(rest) }
  const unseen = prompt.rows.findIndex(({ id }) => values[id] === undefined)
  // Go on to rows that were not on the screen yet.
  const next = unseen < 0 ? {} : { pointer: unseen, message: 'These rows were not on the screen yet.' }
  return stay({ ...state, values, ...next })
}

/** A key that moves the pointer or sets a row. */
function pressRow(prompt: RowsPrompt, state: RowsState, key: Key): RowsState {
  const last = prompt.rows.length - 1
  if (key.name === 'up') return { ...state, pointer: state.pointer === 0 ? last : state.pointer - 1 }
  if (key.name === 'down') return { ...state, pointer: state.pointer === last ? 0 : state.pointer + 1 }
  const row = prompt.rows[state.pointer]
  if (row === undefined) return state
  if (key.name === 'space') return withValue(state, row, nextValue(state.values[row.id]))
  if (key.name === 'backspace') return { ...state, values: without(state.values, row) }
  const value = key.ctrl ? undefined : KEY_VALUE[key.name ?? '']
  if (value !== undefined)
    return { ...withValue(state, row, value), pointer: Math.min(last, state.pointer + 1) }
  if (key.name !== 'a' || key.ctrl) return state
  return openSeen(prompt, state).length === 0
    ? { ...state, message: 'No row on the screen is open any more.' }
    : { ...state, asking: 'no-to-rest' }
}

function nextValue(value: RowValue | undefined): RowValue {
  return ROW_VALUES[value === undefined ? 0 : (ROW_VALUES.indexOf(value) + 1) % ROW_VALUES.length] ?? 'yes'
}

function withValue(state: RowsState, row: PromptRow, value: RowValue): RowsState {
  return { ...state, values: { ...state.values, [row.id]: value } }
}

function without(values: RowValues, row: PromptRow): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id !== row.id))
}

function accept(prompt: RowsPrompt, state: RowsState): KeyResult<RowsState, RowValues> {
  return openRows(prompt, state.values).length > 0
    ? stay({ ...state, asking: 'leave-open' })
    : done(prompt, state.values)
}

function done(prompt: RowsPrompt, values: RowValues): KeyResult<RowsState, RowValues> {
  return answered(values, summarizeRows(prompt.rows, values))
}

function draw(prompt: RowsPrompt, state: RowsState, style: PromptStyle): readonly string[] {
  if (state.help !== undefined) return drawHelp(prompt, keysHelp(prompt, INSTRUCTIONS), state.help, style)
  return [
    ...drawPage(prompt, bodyOf(prompt, state, style), footerOf(prompt, state, style), style),
    inputLine(''),
  ]
}

function bodyOf(prompt: RowsPrompt, state: RowsState, style: PromptStyle): ScrollArea {
  return {
    entries: prompt.rows.map((each, index) => drawRow(each, index === state.pointer, state.values, style)),
    focus: state.pointer,
  }
}

function footerOf(prompt: RowsPrompt, state: RowsState, style: PromptStyle) {
  const row = prompt.rows[state.pointer]
  return {
    below: [
      ...(row?.why === undefined ? [] : ['', ...fold(`Why this row: ${row.why}`, style)]),
      ...stateLines(prompt, state, style),
    ],
    hints: hintsOf(prompt, style, ['y yes', 'n no', 'u not sure', 'a no to all the rest', 'Enter accept']),
  }
}

const STATE_WIDTH = Math.max(...ROW_VALUES.map((value) => ROW_VALUE_LABELS[value].length))

function drawRow(
  row: PromptRow,
  isPointed: boolean,
  values: RowValues,
  style: PromptStyle,
): readonly string[] {
  const value = values[row.id]
  const word = (value === undefined ? 'open' : ROW_VALUE_LABELS[value]).padEnd(STATE_WIDTH)
  const lines = fold(row.text, style, `${isPointed ? (style.unicode ? '❯ ' : '> ') : '  '}[${word}] `)
  return isPointed ? lines.map(style.pointed) : lines
}

function stateLines(prompt: RowsPrompt, state: RowsState, style: PromptStyle): readonly string[] {
  const open = openRows(prompt, state.values).length
  if (state.asking === 'no-to-rest') {
    const rows = openSeen(prompt, state).length
    return fold(
      `Answer no to the ${counted(rows, 'row that is', 'rows that are')} still open, of those you have seen? y is yes, any other key is no.`,
      style,
    ).map(style.alert)
  }
  if (state.asking === 'leave-open') {
    return fold(
      `Go on and leave the ${counted(open, 'row that is', 'rows that are')} open? y or Enter is yes, any other key is no.`,
      style,
    ).map(style.alert)
  }
  const count = open === 0 ? 'Every row is answered.' : `${counted(open, 'row')} open.`
  return fold(state.message === undefined ? count : `${state.message} ${count}`, style)
}
