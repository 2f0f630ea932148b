import type { OnePrompt } from '../prompter.ts'
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
import { answered, type Key, type KeyResult, moveTo, stay, type Widget } from './widget.ts'

const INSTRUCTION = 'Enter takes the answer at the pointer.'

const KEYS = ['type to find', 'Enter accept']

/** One answer from a list. Enter takes the answer at the pointer, which has no position until a key sets one. */
export function chooseOneWidget(prompt: OnePrompt): Widget<ListState, string> {
  const items = itemsOf(prompt.choices, prompt.moves)
  const startValue = prompt.current ?? prompt.initial
  const label = (item: Item) =>
    item.kind === 'choice' && item.choice.value === prompt.current
      ? `${labelOf(item)} (your answer so far)`
      : labelOf(item)
  const pointer = items.findIndex((item) => item.kind === 'choice' && item.choice.value === startValue)
  return {
    start: { pointer: pointer < 0 ? undefined : pointer, typed: '' },
    summary: prompt.summary ?? prompt.text,
    press: (state, key, typed) => press(prompt, items, state, key, typed),
    draw: (state, style) =>
      drawList(prompt, state, { items, label, instruction: INSTRUCTION, keys: KEYS }, style),
  }
}

function press(
  prompt: OnePrompt,
  items: readonly Item[],
  state: ListState,
  key: Key,
  typed: string,
): KeyResult<ListState, string> {
  if (state.help !== undefined) return stay(pressList(state, items, key, typed))
  const move = moveOfKey(key, state.typed, prompt.moves)
  if (move !== undefined) return moveTo(move)
  if (key.name !== 'return') return stay(pressList(state, items, key, typed))
  const item = state.pointer === undefined ? undefined : items[state.pointer]
  if (item === undefined) {
    return stay({
      ...state,
      message: noAnswerMessage(
        state,
        'Choose an answer first: arrow keys, its number, or some of its letters.',
      ),
    })
  }
  return item.kind === 'move' ? moveTo(item.move) : answered(item.choice.value, item.choice.label)
}
