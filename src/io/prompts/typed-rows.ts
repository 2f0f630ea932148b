import { counted } from '../../text/words.ts'
import {
  type Choice,
  MOVES,
  type Move,
  type PromptRow,
  type Reply,
  type RowsPrompt,
  type RowValue,
} from '../prompter.ts'
import { introduce, type LineDialog } from './line-dialog.ts'
import { currentValues, ROW_VALUE_LABELS, type RowValues, summarizeRows } from './row-values.ts'
import { typeOne } from './typed-choices.ts'
import { findChoice } from './typed-commands.ts'

type RowAnswer = RowValue | 'rest'

const CHOICES: readonly (Choice & { readonly value: RowAnswer })[] = [
  { value: 'yes', label: 'Yes', aliases: ['y'] },
  { value: 'no', label: 'No', aliases: ['n'] },
  { value: 'unsure', label: 'Not sure', aliases: ['u'] },
  { value: 'rest', label: 'No to all the rest', aliases: ['a', 'all'] },
]
const ROW_INSTRUCTIONS = 'For each row type y for yes, n for no, u for not sure, or s to leave it open.'
const REST_INSTRUCTIONS = 'Type a for no to this row and all the rest. You are asked to confirm.'

/** Asks yes/no rows one at a time. A row is open until it is answered; no answer is assumed. */
export async function typeRows(dialog: LineDialog, prompt: RowsPrompt): Promise<Reply<RowValues>> {
  introduce(dialog, prompt)
  dialog.say(
    `${prompt.rows.length} rows follow. ${ROW_INSTRUCTIONS}`,
    REST_INSTRUCTIONS,
    'Or type b for back, ? for help, q to stop.',
  )
  let state: RowsState = { index: 0, values: currentValues(prompt) }
  for (;;) {
    const row = prompt.rows[state.index]
    if (row === undefined) break
    const reply = await typeRow(dialog, prompt, row, state)
    if (reply.kind === 'answer' && reply.value === 'rest') {
      const confirmation = await typeOne(dialog, restQuestion(restOf(prompt, state).length))
      if (confirmation.kind === 'quit') return confirmation
      if (confirmation.kind === 'answer' && confirmation.value === 'yes') state = withNoToRest(prompt, state)
    } else if (reply.kind === 'quit' || reply.kind === 'review') return reply
    else if (reply.kind === 'back' && state.index === 0) return reply
    else state = afterReply(state, row, reply)
  }
  dialog.say(`Rows: ${summarizeRows(prompt.rows, state.values)}.`)
  return { kind: 'answer', value: state.values }
}

type RowsState = { readonly index: number; readonly values: RowValues }

function typeRow(
  dialog: LineDialog,
  prompt: RowsPrompt,
  row: PromptRow,
  { index, values }: RowsState,
): Promise<Reply<RowAnswer>> {
  const current = values[row.id]
  dialog.say('', `Row ${index + 1} of ${prompt.rows.length}: ${row.text}`)
  if (row.why !== undefined) dialog.say(`Why: ${row.why}`)
  if (current !== undefined) dialog.say(`So far: ${ROW_VALUE_LABELS[current]}. An empty line keeps it.`)
  const isOffered: Readonly<Record<Move, boolean>> = {
    back: index > 0 || prompt.moves?.includes('back') === true,
    forward: current !== undefined,
    'leave-open': true,
    review: prompt.moves?.includes('review') === true,
  }
  const moves = MOVES.filter((move) => isOffered[move])
  return dialog.readAnswer<RowAnswer>({
    prompt: { text: row.text, help: prompt.help ?? [], moves },
    instructions: [ROW_INSTRUCTIONS, REST_INSTRUCTIONS],
    onEmptyLine: current,
    read: (text) => {
      const match = findChoice(CHOICES, text)
      return text === '' || match.kind === 'missed'
        ? { why: `${ROW_INSTRUCTIONS} ${REST_INSTRUCTIONS}` }
        : { value: match.choice.value }
    },
  })
}

function afterReply({ index, values }: RowsState, row: PromptRow, reply: Reply<RowAnswer>): RowsState {
  if (reply.kind === 'back') return { index: index - 1, values }
  const others = Object.entries(values).filter(([id]) => id !== row.id)
  if (reply.kind === 'leave-open') return { index: index + 1, values: Object.fromEntries(others) }
  const value = reply.kind === 'answer' && reply.value !== 'rest' ? reply.value : values[row.id]
  return {
    index: index + 1,
    values: Object.fromEntries([...others, ...(value === undefined ? [] : [[row.id, value]])]),
  }
}

function restOf(prompt: RowsPrompt, { index, values }: RowsState): readonly PromptRow[] {
  return prompt.rows.slice(index).filter((row) => values[row.id] === undefined)
}

function restQuestion(count: number) {
  return {
    text: `Answer no to ${counted(count, 'row')} without asking one by one?`,
    choices: CHOICES.slice(0, 2),
  }
}

function withNoToRest(prompt: RowsPrompt, state: RowsState): RowsState {
  const no = restOf(prompt, state).map((row) => [row.id, 'no'] as const)
  return { index: prompt.rows.length, values: { ...state.values, ...Object.fromEntries(no) } }
}
