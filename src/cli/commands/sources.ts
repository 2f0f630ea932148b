import { sourceUsage } from '../../core/citations.ts'
import type { Guide, Source } from '../../core/model.ts'
import { findSources } from '../../guide/find/find-sources.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { didYouMean, nearest } from '../../text/nearest.ts'
import { sourceListPage, sourcesPage } from '../../view/pages/sources-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { loadGuideJson } from '../look-up.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { shortened } from '../resolve-names.ts'

export const command: CommandSpec<SourcesFlags> = {
  name: 'sources',
  words: '[words...]',
  summary: 'the citations, one a line; with an id what rests on it; with words those that match',
  flags: [{ flag: '--full', summary: 'all that is known of each' }],
  examples: [
    'nextline sources',
    'nextline sources cohen2020',
    'nextline sources NICE 2016',
    'nextline sources acupuncture',
  ],
  run: sources,
}

type SourcesFlags = { readonly full?: boolean }

/** Sources by id or words, or all, with everything that cites them. */
async function sources(
  context: CommandContext,
  words: readonly string[],
  { full = false }: SourcesFlags,
): Promise<ExitCode> {
  const guide = await openGuide(context)
  const usage = sourceUsage(guide)
  const byId = words.map((word) => guide.sources.find(({ id }) => id.toLowerCase() === word.toLowerCase()))
  const named = byId.filter((source) => source !== undefined)
  const areIds = words.length > 0 && named.length === words.length
  const chosen = areIds ? named : words.length === 0 ? guide.sources : matching(guide, words, usage)
  await write(
    context,
    () =>
      full || areIds || chosen.length <= 1
        ? sourcesPage(guide, chosen, usage)
        : sourceListPage(guide, chosen, words.join(' ')),
    async () => (await loadGuideJson()).sourcesJson(guide, chosen, usage),
    guide,
  )
  return EXIT.done
}

/** @throws UsageFailure with the nearest ids when no source matches */
function matching(
  guide: Guide,
  words: readonly string[],
  usage: ReadonlyMap<string, readonly string[]>,
): readonly Source[] {
  const sources = findSources(guide, words, usage)
  if (sources.length > 0) return sources
  const typed = words.join(' ')
  const ids = guide.sources.map(({ id }) => id)
  const near = nearest(typed.slice(0, 60).toLowerCase(), ids)
  throw new UsageFailure(
    `this guide has no source "${shortened(typed)}".${didYouMean(near)}`,
    'See all of them: nextline sources',
  )
}
