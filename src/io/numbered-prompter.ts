import type { Choice, Prompter } from './prompter.ts'
import { createLineDialog, type LineTerminal } from './prompts/line-dialog.ts'
import { typeMany, typeOne, typeText } from './prompts/typed-choices.ts'
import { typeRows } from './prompts/typed-rows.ts'

const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/**
 * Prompts as numbered lists that are answered on a typed line, without redraw or escape sequences: for screen readers,
 * speech, logs and terminals that cannot move a cursor. Rejects with Cancelled at the end of the input and on Ctrl-C.
 */
export function createNumberedPrompter(terminal: LineTerminal): Prompter {
  const dialog = createLineDialog(terminal)
  return {
    howTo: [
      'Type the number of an answer and press Enter. Several numbers go with commas: 1,3.',
      'Type b to go back, f to go forward again. "Not sure" is always a good answer.',
      'Type ? for help, q to stop.',
    ],
    chooseOne: (prompt) => typeOne(dialog, prompt),
    chooseMany: (prompt) => typeMany(dialog, prompt),
    chooseRows: (prompt) => typeRows(dialog, prompt),
    confirm: async (prompt) => {
      const reply = await typeOne(dialog, { ...prompt, choices: YES_OR_NO })
      return reply.kind === 'answer' ? { kind: 'answer', value: reply.value === 'yes' } : reply
    },
    line: (prompt) => typeText(dialog, prompt),
  }
}
