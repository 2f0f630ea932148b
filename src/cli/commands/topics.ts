import { EXIT, type ExitCode } from '../../io/failure.ts'
import { topicsView } from '../../view/pages/topic-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

/** Topics and their options, one line each. */
export async function topics(setting: Setting): Promise<ExitCode> {
  const guide = await openGuide(setting)
  await write(
    setting,
    () => topicsView(guide),
    async () => (await import('../../view/json/guide-json.ts')).topicsJson(guide),
  )
  return EXIT.done
}
