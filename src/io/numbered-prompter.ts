import { confirmBy, type Prompter } from './prompter.ts'
import { createLineDialog, type LineTerminal } from './prompts/line-dialog.ts'
import { typeMany, typeOne, typeText } from './prompts/typed-choices.ts'
import { typeRows } from './prompts/typed-rows.ts'

/**
 * Prompts as numbered lists that are answered on a typed line, without redraw or escape sequences: for screen readers,
 * speech, logs and terminals that cannot move a cursor. Rejects with Cancelled at the end of the input and on Ctrl-C.
 */
export function createNumberedPrompter(terminal: LineTerminal): Prompter {
  const dialog = createLineDialog(terminal)
  const chooseOne: Prompter['chooseOne'] = (prompt) => typeOne(dialog, prompt)
  return {
    howTo: [
      'Type the number of an answer and press Enter. Several numbers go with commas: 1,3.',
      'Type b to go back, f to go forward again. "Not sure" is always a good answer.',
      'Type ? for help, q to stop.',
    ],
    chooseOne,
    chooseMany: (prompt) => typeMany(dialog, prompt),
    chooseRows: (prompt) => typeRows(dialog, prompt),
    confirm: confirmBy(chooseOne),
    line: (prompt) => typeText(dialog, prompt),
  }
}
