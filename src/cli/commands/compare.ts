import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { compareCards } from '../../view/pages/compare-cards.ts'
import { comparePage } from '../../view/pages/compare-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { loadGuideJson } from '../look-up.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { findOptions } from '../resolve-names.ts'

export const command: CommandSpec<CompareFlags> = {
  name: 'compare',
  words: '<name...>',
  summary: 'options side by side, one row for each point',
  flags: [{ flag: '--full', summary: 'every point, with sources' }],
  examples: ['nextline compare physical therapy acupuncture', 'nextline compare rfa,nsaids'],
  run: compare,
}

type CompareFlags = { readonly full?: boolean }

/** Options side by side, one row for each point of comparison. */
async function compare(
  context: CommandContext,
  names: readonly string[],
  { full = false }: CompareFlags,
): Promise<ExitCode> {
  const guide = await openGuide(context)
  const options = findOptions(guide, names)
  if (options.length < 2) {
    throw new UsageFailure(
      `these names lead to one option only: ${options.map(({ id }) => id).join()}`,
      'Name two options or more, or a topic that holds several: nextline compare nsaids opioids',
    )
  }
  await write(
    context,
    () => (full ? comparePage(guide, options) : compareCards(guide, options, context.reader ?? 'clinician')),
    async () => (await loadGuideJson()).compareJson(guide, options),
    guide,
  )
  return EXIT.done
}
