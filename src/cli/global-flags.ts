import { READERS } from '../view/text/labels.ts'
import type { FlagSpec } from './command.ts'

/** The flags that every command takes. */
export const GLOBAL_FLAGS: readonly FlagSpec[] = [
  { flag: '--guide <id|folder|file>', summary: 'which guide to use (also NEXTLINE_GUIDE)', needs: 'a guide' },
  {
    flag: '--for <reader>',
    summary: 'whom to write for',
    choices: READERS,
    needs: 'a reader',
  },
  { flag: '--json', summary: 'print one JSON document' },
  { flag: '--width <columns>', summary: 'how wide to write', needs: 'a number' },
  {
    flag: '--plain',
    summary: 'for screen readers and logs: no colour, no drawing, one fact a line (also ACCESSIBLE=1)',
  },
  { flag: '--color', summary: 'colour even when the output is not a terminal' },
  { flag: '--no-color', summary: 'no colour (also NO_COLOR)' },
  { flag: '--no-pager', summary: 'never open a pager' },
]

/** The flags of a line that names no command. */
export const BARE_NAME_FLAGS: readonly FlagSpec[] = [
  { flag: '--full', summary: 'everything about the name' },
  { flag: '--all', summary: 'every hit, where the words are searched for' },
]
