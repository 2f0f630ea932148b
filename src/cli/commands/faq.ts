import type { Faq, Guide } from '../../core/model.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { faqPage } from '../../view/pages/faq-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { loadGuideJson } from '../look-up.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { shortened } from '../resolve-names.ts'

export const command: CommandSpec = {
  name: 'faq',
  words: '[words...]',
  summary: 'the questions people ask, with answers; with words, those that match',
  examples: ['nextline faq', 'nextline faq blood thinner'],
  run: faq,
}

/** The FAQ, or the entries that match the words, best first. Status 1 without a match. */
async function faq(context: CommandContext, words: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(context)
  const faqs = words.length === 0 ? guide.faqs : await matching(context, guide, words.join(' '))
  if (faqs.length === 0) {
    context.io.err(`No question here matches "${shortened(words.join(' '))}". See them all: nextline faq\n`)
    if (!context.json) return EXIT.no
  }
  await write(
    context,
    () => faqPage(guide, faqs),
    async () => (await loadGuideJson()).faqJson(guide, faqs),
    guide,
  )
  return faqs.length === 0 ? EXIT.no : EXIT.done
}

/** The entry with this id, else those that the search finds. */
async function matching(context: CommandContext, guide: Guide, words: string): Promise<readonly Faq[]> {
  const named = guide.faqs.filter(({ id }) => id === words.toLowerCase())
  if (named.length > 0) return named
  const { search } = await import('../../guide/find/search/search.ts')
  const { openSearchIndex } = await import('../open-search-index.ts')
  const { hits } = search(openSearchIndex(context, guide), words, ['faq'])
  return hits.flatMap(({ id }) => guide.faqs.find((entry) => entry.id === id) ?? [])
}
