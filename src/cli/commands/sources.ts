import { sourceUsage } from '../../core/citations.ts'
import type { Guide, Source } from '../../core/model.ts'
import { nearest } from '../../guide/find/nearest.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { sourcesView } from '../../view/pages/sources-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

export const command: CommandSpec = {
  name: 'sources',
  words: '[id...]',
  summary: 'the citations, and what rests on each',
  examples: ['nextline sources nice-ng59'],
  run: sources,
}

/** The citations, and everything that rests on each; of the named sources, or of all. */
async function sources(context: CommandContext, ids: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(context)
  const chosen = ids.length === 0 ? guide.sources : ids.map((id) => findSource(guide, id))
  const usage = sourceUsage(guide)
  await write(
    context,
    () => sourcesView(guide, chosen, usage),
    async () => (await import('../../view/json/guide-json.ts')).sourcesJson(guide, chosen, usage),
  )
  return EXIT.done
}

function findSource(guide: Guide, id: string): Source {
  const source = guide.sources.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase())
  if (source !== undefined) return source
  const ids = guide.sources.map((candidate) => candidate.id)
  const near = nearest(id.toLowerCase(), ids, 3).map((name) => `"${name}"`)
  throw new UsageFailure(
    `this guide has no source "${id}".${near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`}`,
    'See all of them: nextline sources',
  )
}
