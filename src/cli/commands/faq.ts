import type { Faq, Guide } from '../../core/model.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { faqView } from '../../view/pages/faq-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

export const command: CommandSpec = {
  name: 'faq',
  words: '[words...]',
  summary: 'the questions people ask, with answers; with words, those that match',
  examples: ['nextline faq', 'nextline faq blood thinner'],
  run: faq,
}

/** The questions people ask; with words, those that match, best first. None matching is the answer "no". */
async function faq(context: CommandContext, words: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(context)
  const faqs = words.length === 0 ? guide.faqs : await matching(guide, words.join(' '))
  if (faqs.length === 0) {
    context.io.err(`No question matches "${words.join(' ')}". See them all: nextline faq\n`)
    if (!context.json) return EXIT.no
  }
  await write(
    context,
    () => faqView(guide, faqs),
    async () => (await import('../../view/json/guide-json.ts')).faqJson(guide, faqs),
  )
  return faqs.length === 0 ? EXIT.no : EXIT.done
}

async function matching(guide: Guide, words: string): Promise<readonly Faq[]> {
  const { search } = await import('../../guide/find/search.ts')
  const found = search(guide, words, ['faq']).map(({ id }) => id)
  return found.flatMap((id) => guide.faqs.find((entry) => entry.id === id) ?? [])
}
