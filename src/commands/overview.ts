import { EXIT, type ExitCode } from '../io/failure.ts'
import { overviewView } from '../view/overview-view.ts'
import { openGuide } from './guide.ts'
import type { Setting } from './setting.ts'
import { write } from './write.ts'

/** What the guide is about, its topics, and what to type next. */
export async function overview(setting: Setting): Promise<ExitCode> {
  const guide = await openGuide(setting)
  await write(
    setting,
    () => overviewView(guide),
    async () => (await import('../view/guide-json.ts')).overviewJson(guide),
  )
  return EXIT.done
}
