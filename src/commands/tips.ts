import { EXIT, type ExitCode } from '../io/failure.ts'
import { tipsView } from '../view/tips-view.ts'
import { openGuide } from './guide.ts'
import type { Setting } from './setting.ts'
import { write } from './write.ts'

/** The short version: what to do when the treatment did not work. */
export async function tips(setting: Setting): Promise<ExitCode> {
  const guide = await openGuide(setting)
  await write(
    setting,
    () => tipsView(guide),
    async () => (await import('../view/guide-json.ts')).tipsJson(guide),
  )
  return EXIT.done
}
