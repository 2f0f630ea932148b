import type { Choice, ManyPrompt } from '../prompter.ts'
import {
  drawList,
  type Item,
  itemsOf,
  type ListState,
  labelOf,
  moveOfKey,
  noAnswerMessage,
  pressList,
} from './list.ts'
import { answered, type Key, type KeyResult, moveTo, type PromptStyle, stay, type Widget } from './widget.ts'

const INSTRUCTION = 'Space ticks the answer at the pointer, and unticks it. Enter accepts what is ticked.'

const KEYS = ['Space tick', 'Enter accept']

type ManyState = ListState & {
  readonly ticked: readonly string[]
  /** The unticked answer that Enter has warned of; the next Enter goes on without it. */
  readonly warnedOf?: string
}

/** Several answers from a list: Space ticks, Enter accepts. An exclusive value is never ticked with others. */
export function chooseManyWidget(prompt: ManyPrompt): Widget<ManyState, readonly string[]> {
  const items = itemsOf(prompt.choices, prompt.moves)
  const first = items.findIndex(
    (item) => item.kind === 'choice' && prompt.current.includes(item.choice.value),
  )
  return {
    start: { pointer: first < 0 ? undefined : first, typed: '', ticked: prompt.current },
    summary: prompt.summary ?? prompt.text,
    press: (state, key, typed) => press(prompt, items, state, key, typed),
    draw: (state, style) => draw(prompt, items, state, style),
  }
}

function press(
  prompt: ManyPrompt,
  items: readonly Item[],
  state: ManyState,
  key: Key,
  typed: string,
): KeyResult<ManyState, readonly string[]> {
  if (state.help !== undefined) return stay(pressList(state, items, key, typed))
  const move = moveOfKey(key, state.typed, prompt.moves)
  if (move !== undefined) return moveTo(move)
  const item = state.pointer === undefined ? undefined : items[state.pointer]
  if (key.name === 'space') return toggle(prompt, state, item)
  return key.name === 'return' ? accept(prompt, state, item) : stay(pressList(state, items, key, typed))
}

function toggle(
  prompt: ManyPrompt,
  state: ManyState,
  item: Item | undefined,
): KeyResult<ManyState, readonly string[]> {
  if (item === undefined) {
    return stay({
      ...state,
      message: 'Point at an answer first: arrow keys, its number, or some of its letters.',
    })
  }
  if (item.kind === 'move') return moveTo(item.move)
  const { message: _, warnedOf: __, ...rest } = state
  const { value } = item.choice
  // No warning about an answer that was just unticked on purpose.
  const unticks = state.ticked.includes(value) ? { warnedOf: value } : {}
  return stay({ ...rest, ...unticks, typed: '', ticked: toggled(prompt, state.ticked, value) })
}

/** The values after one was ticked or unticked, in the order of the choices. */
function toggled(prompt: ManyPrompt, ticked: readonly string[], value: string): readonly string[] {
  if (ticked.includes(value)) return ticked.filter((other) => other !== value)
  if (prompt.exclusive.includes(value)) return [value]
  const values = [...ticked.filter((other) => !prompt.exclusive.includes(other)), value]
  return prompt.choices.map((choice) => choice.value).filter((each) => values.includes(each))
}

function accept(
  prompt: ManyPrompt,
  state: ManyState,
  item: Item | undefined,
): KeyResult<ManyState, readonly string[]> {
  if (item?.kind === 'move') return moveTo(item.move)
  const values =
    state.ticked.length === 0 && item?.choice.takenByEnter === true ? [item.choice.value] : state.ticked
  // Accepting now would lose an answer that was typed with a mistake.
  const hasUnmatchedText = item === undefined && state.typed.trim() !== ''
  if (values.length === 0 || hasUnmatchedText) {
    return stay({
      ...state,
      message: noAnswerMessage(
        state,
        'Nothing is ticked yet. Press Space on each answer that fits, then Enter.',
      ),
    })
  }
  const chosen = prompt.choices.filter(({ value }) => values.includes(value))
  const labels = chosen.map(({ label }) => label).join('; ')
  const skipped = untickedAtPointer(state, item)
  if (skipped === undefined) return answered(values, labels)
  return stay({
    ...state,
    warnedOf: skipped.value,
    message: `Not ticked: "${skipped.label}". Space ticks it. Enter goes on with: ${labels}.`,
  })
}

/** The answer at the pointer that is not ticked; undefined once Enter has warned of it. */
function untickedAtPointer(state: ManyState, item: Item | undefined): Choice | undefined {
  if (item?.kind !== 'choice' || state.ticked.length === 0) return undefined
  const { choice } = item
  return state.ticked.includes(choice.value) || state.warnedOf === choice.value ? undefined : choice
}

function draw(
  prompt: ManyPrompt,
  items: readonly Item[],
  state: ManyState,
  style: PromptStyle,
): readonly string[] {
  const label = (item: Item) =>
    item.kind === 'move'
      ? item.label
      : `${state.ticked.includes(item.choice.value) ? '[x]' : '[ ]'} ${labelOf(item)}`
  const below = [`${state.ticked.length} ticked.`]
  return drawList(prompt, state, { items, label, instruction: INSTRUCTION, keys: KEYS, below }, style)
}
