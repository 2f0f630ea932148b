import { nearest } from '../../text/nearest.ts'
import type { CommandSpec } from '../command.ts'
import { COMMANDS } from '../commands.ts'
import { openGuide } from '../open-guide.ts'
import { nearestNames, unknownName } from '../resolve-names.ts'
import { findSubject, type ShowFlags, show } from './show.ts'

/** Handles a line that names no command: a name, or a search. */
export const command: CommandSpec<ShowFlags & { readonly all?: boolean }> = {
  name: '',
  summary: '',
  examples: [],
  run: async (context, words, flags) => {
    const guide = await openGuide(context)
    const subject = findSubject(guide, words)
    if (subject !== undefined) return show(context, guide, subject, flags)
    const typed = words.join(' ')
    const isName = typed.split(' ').length <= MOST_WORDS
    const commands = Object.keys(COMMANDS)
    const near = isName ? nearestNames(guide, typed, commands, CLOSE) : misspelledCommand(words, commands)
    if (near.length > 0) throw unknownName(typed, near)
    // A name without similar ones is searched for.
    const search = await import('./search.ts')
    return search.command.run(context, words, flags)
  },
}

/** One wrong letter in five counts as a misspelling. */
const CLOSE = 5
const SHORTEST_COMMAND = 5
/** Longer lines are searched for, not corrected. */
const MOST_WORDS = 2

/** A long first word that is similar to a command: "seach stomach bleeding", but not "how soon". */
function misspelledCommand(words: readonly string[], commands: readonly string[]): readonly string[] {
  const [first = ''] = words
  return first.length < SHORTEST_COMMAND || first.includes(' ') ? [] : nearest(first, commands, 1, CLOSE)
}
