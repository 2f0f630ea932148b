import { EXIT, type ExitCode } from '../../io/failure.ts'
import { risksView } from '../../view/pages/risks-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { findOptions } from '../resolve-names.ts'

/** Risks and side effects side by side: of the named options and topics, or of all. */
export async function risks(setting: Setting, names: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const options = names.length === 0 ? guide.options : findOptions(guide, names)
  await write(
    setting,
    () => risksView(guide, options),
    async () => (await import('../../view/json/guide-json.ts')).risksJson(guide, options),
  )
  return EXIT.done
}
