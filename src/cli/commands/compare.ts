import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { compareView } from '../../view/pages/compare-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { findOptions } from '../resolve-names.ts'

/** Options side by side, one row for each point of comparison. */
export async function compare(setting: Setting, names: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const options = findOptions(guide, names)
  if (options.length < 2) {
    throw new UsageFailure(
      `these names lead to one option only: ${options.map(({ id }) => id).join()}`,
      'Name two options or more, or a topic that holds several: nextline compare nsaids opioids',
    )
  }
  await write(
    setting,
    () => compareView(guide, options),
    async () => (await import('../../view/json/guide-json.ts')).compareJson(guide, options),
  )
  return EXIT.done
}
