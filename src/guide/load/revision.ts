import type { Guide } from '../../core/model.ts'
import { UsageFailure } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import type { Code } from '../parse/diagnostic.ts'
import { parseGuide } from '../parse/parse-guide.ts'
import { loadGuide } from './load-guide.ts'
import { notValid } from './not-valid.ts'

/** Faults that an old version may have by today's rules: they concern citations and names, not what the guide says. */
const TOLERATED: readonly Code[] = [
  'ambiguous-name',
  'command-name',
  'disagreement-missing',
  'do-missing',
  'duplicate-term',
  'form-missing',
  'interval-estimate',
  'no-numbers-beside',
  'no-numbers-missing',
  'page-taken',
  'report-without-reason',
  'research-not-findable',
  'uncited',
  'uncited-fact',
  'uncited-rule',
  'unused-source',
]

/** `git:HEAD~1:my-guide`; without a folder, that of the other guide. */
const REVISION = /^git:([^:]+)(?::(.+))?$/

/**
 * A guide by name, as `loadGuide` does it, or as it was in a revision of its git repository.
 * @param other the guide that it is compared with
 */
export async function loadVersion(io: Io, name: string, other: string): Promise<Guide> {
  const match = REVISION.exec(name)
  if (match === null) return loadGuide(io, name)
  const [, revision = '', folder = other] = match
  if (io.kindOf(folder) !== 'folder') {
    throw new UsageFailure(
      `${folder} is no folder, so it has no revision "${revision}".`,
      'Write it as git:<revision>:<folder>, such as git:HEAD~1:my-guide.',
    )
  }
  const files = io.gitFolder(folder, revision)
  const { guide, diagnostics } = parseGuide(files, { warnings: false, tolerated: TOLERATED })
  if (guide === undefined) throw notValid(name, diagnostics)
  return guide
}
