import { EXIT, type ExitCode } from '../io/failure.ts'
import { topicsView } from '../view/topic-view.ts'
import { openGuide } from './guide.ts'
import type { Setting } from './setting.ts'
import { write } from './write.ts'

/** Topics and their options, one line each. */
export async function topics(setting: Setting): Promise<ExitCode> {
  const guide = await openGuide(setting)
  await write(
    setting,
    () => topicsView(guide),
    async () => (await import('../view/guide-json.ts')).topicsJson(guide),
  )
  return EXIT.done
}
