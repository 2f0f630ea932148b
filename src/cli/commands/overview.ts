import { EXIT, type ExitCode } from '../../io/failure.ts'
import { overviewView } from '../../view/pages/overview-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

/** What the guide is about, its topics, and what to type next. */
export async function overview(setting: Setting): Promise<ExitCode> {
  const guide = await openGuide(setting)
  await write(
    setting,
    () => overviewView(guide),
    async () => (await import('../../view/json/guide-json.ts')).overviewJson(guide),
  )
  return EXIT.done
}
