import { search as find } from '../../guide/find/search.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { searchView } from '../../view/pages/search-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

export const command: CommandSpec = {
  name: 'search',
  words: '<words...>',
  summary: 'the passages that answer the words, best first',
  examples: ['nextline search stomach bleeding', 'nextline search can I drive after'],
  run: search,
}

/** Everything in the guide that matches, best first. Nothing found is the answer "no". */
async function search(context: CommandContext, words: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(context)
  const wanted = words.join(' ')
  const hits = find(guide, wanted)
  if (hits.length === 0) context.io.err(`Nothing in this guide matches "${wanted}".\n`)
  if (hits.length > 0 || context.json) {
    await write(
      context,
      () => searchView(guide, wanted, hits),
      async () => (await import('../../view/json/guide-json.ts')).searchJson(guide, wanted, hits),
    )
  }
  return hits.length === 0 ? EXIT.no : EXIT.done
}
