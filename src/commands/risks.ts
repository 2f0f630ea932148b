import { EXIT, type ExitCode } from '../io/failure.ts'
import { risksView } from '../view/risks-view.ts'
import { findOptions } from './find.ts'
import { openGuide } from './guide.ts'
import type { Setting } from './setting.ts'
import { write } from './write.ts'

/** Risks and side effects side by side: of the named options and topics, or of all. */
export async function risks(setting: Setting, names: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const options = names.length === 0 ? guide.options : findOptions(guide, names)
  await write(
    setting,
    () => risksView(guide, options),
    async () => (await import('../view/guide-json.ts')).risksJson(guide, options),
  )
  return EXIT.done
}
