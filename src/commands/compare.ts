import { EXIT, type ExitCode, UsageFailure } from '../io/failure.ts'
import { compareView } from '../view/compare-view.ts'
import { findOptions } from './find.ts'
import { openGuide } from './guide.ts'
import type { Setting } from './setting.ts'
import { write } from './write.ts'

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
    async () => (await import('../view/guide-json.ts')).compareJson(guide, options),
  )
  return EXIT.done
}
