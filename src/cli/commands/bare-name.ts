import type { CommandSpec } from '../command.ts'
import { COMMANDS } from '../commands.ts'
import { openGuide } from '../open-guide.ts'
import { nearestNames, unknownName } from '../resolve-names.ts'
import { findSubject, type ShowFlags, show } from './show.ts'

/** What a line without a command shows for its words; no command of its own. */
export const command: CommandSpec<ShowFlags & { readonly all?: boolean }> = {
  name: '',
  summary: '',
  examples: [],
  run: async (context, words, flags) => {
    const guide = await openGuide(context)
    const subject = findSubject(guide, words)
    if (subject !== undefined) return show(context, guide, subject, flags)
    const near = nearestNames(guide, words.join(' '), Object.keys(COMMANDS))
    if (near.length > 0) throw unknownName(words.join(' '), near)
    // A name that is near none is taken for a question.
    const search = await import('./search.ts')
    return search.command.run(context, words, flags)
  },
}
