import { search } from '../../guide/find/search/search.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { wrapText } from '../../text/wrap.ts'
import { searchPage } from '../../view/pages/search-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { loadGuideJson } from '../look-up.ts'
import { openGuide } from '../open-guide.ts'
import { openSearchIndex } from '../open-search-index.ts'
import { write } from '../output.ts'
import { shortened } from '../resolve-names.ts'

type SearchFlags = { readonly all?: boolean }

export const command: CommandSpec<SearchFlags> = {
  name: 'search',
  words: '<words...>',
  summary: 'the passages that answer the words, best first, as you would ask it',
  flags: [{ flag: '--all', summary: 'every hit, not only the first on one screen' }],
  examples: [
    'nextline search stomach bleeding',
    'nextline search can someone on apixaban have a nerve block',
  ],
  run: searchCommand,
}

/** Finding nothing is the answer "no". */
async function searchCommand(
  context: CommandContext,
  typed: readonly string[],
  { all = false }: SearchFlags,
): Promise<ExitCode> {
  const words = typed.join(' ')
  if (words.trim() === '')
    throw new UsageFailure('There are no words to look for.', 'For example: nextline search stomach bleeding')
  const guide = await openGuide(context)
  const { hits, near } = search(openSearchIndex(context, guide), words)
  if (hits.length === 0) context.io.err(wrapOnTerminal(context, notHere(words, near)))
  if (hits.length > 0 || context.json) {
    await write(
      context,
      () => searchPage(shortened(words), hits, all),
      async () => (await loadGuideJson()).searchJson(guide, words, hits),
    )
  }
  return hits.length === 0 ? EXIT.no : EXIT.done
}

/** Wrapped on a terminal; a script gets each sentence as one line. */
function wrapOnTerminal({ io }: CommandContext, lines: readonly string[]): string {
  const wrapped = io.canPrompt() ? lines.flatMap((line) => wrapText(line, io.width)) : lines
  return `${wrapped.join('\n')}\n`
}

function notHere(words: string, near: readonly string[]): readonly string[] {
  const next =
    near.length === 0
      ? 'See what it covers: nextline topics.'
      : `What it has on the subject: ${near.join(', ')}.`
  return [
    `Not in this guide: nothing here answers "${shortened(words)}". Ask your clinic, doctor or pharmacist.`,
    next,
  ]
}
