import { confirmBy, type Prompter } from './prompter.ts'
import { typeMany, typeOne, typeText } from './prompts/typed-choices.ts'
import { createDesk, type LineTerminal } from './prompts/typed-desk.ts'
import { typeRows } from './prompts/typed-rows.ts'

/**
 * Prompts as numbered lists that are answered on a typed line: no redraw, no escape sequence, every sign spelled.
 * For screen readers, speech, logs and terminals that cannot move a cursor. Rejects with Cancelled at the end of the
 * input and on Ctrl-C.
 */
export function createNumberedPrompter(terminal: LineTerminal): Prompter {
  const desk = createDesk(terminal)
  const chooseOne: Prompter['chooseOne'] = (ask) => typeOne(desk, ask)
  return {
    howTo: [
      'Type the number of an answer and press Enter. Several numbers go with commas: 1,3.',
      'Type b to go back, f to go forward again. "Not sure" is always a good answer.',
      'Type ? for help, q to stop.',
    ],
    chooseOne,
    chooseMany: (ask) => typeMany(desk, ask),
    chooseRows: (ask) => typeRows(desk, ask),
    confirm: confirmBy(chooseOne),
    line: (ask) => typeText(desk, ask),
  }
}
