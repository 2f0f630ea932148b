import { sourceUsage } from '../../core/citations.ts'
import type { Guide, Source } from '../../core/model.ts'
import { nearest } from '../../guide/find/nearest.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { sourcesView } from '../../view/pages/sources-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

/** The citations, and everything that rests on each; of the named sources, or of all. */
export async function sources(setting: Setting, ids: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const chosen = ids.length === 0 ? guide.sources : ids.map((id) => findSource(guide, id))
  const usage = sourceUsage(guide)
  await write(
    setting,
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
