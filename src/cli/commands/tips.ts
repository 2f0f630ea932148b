import { EXIT, type ExitCode } from '../../io/failure.ts'
import { tipsView } from '../../view/pages/tips-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

/** The short version: what to do when the treatment did not work. */
export async function tips(setting: Setting): Promise<ExitCode> {
  const guide = await openGuide(setting)
  await write(
    setting,
    () => tipsView(guide),
    async () => (await import('../../view/json/guide-json.ts')).tipsJson(guide),
  )
  return EXIT.done
}
