import type { CommandSpec } from '../command.ts'
import { COMMANDS } from '../commands.ts'
import { type ShowFlags, show } from './show.ts'

/** What a line without a command shows for its words; no command of its own. */
export const command: CommandSpec<ShowFlags> = {
  name: '',
  summary: '',
  examples: [],
  run: (context, words) => show(context, words, Object.keys(COMMANDS)),
}
