import { EXIT, type ExitCode } from '../../io/failure.ts'
import { overviewView } from '../../view/pages/overview-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

/** What a line without words shows; no command of its own. */
export const command: CommandSpec = { name: '', summary: '', examples: [], run: overview }

/** What the guide is about, its topics, and what to type next. */
async function overview(context: CommandContext): Promise<ExitCode> {
  const guide = await openGuide(context)
  await write(
    context,
    () => overviewView(guide),
    async () => (await import('../../view/json/guide-json.ts')).overviewJson(guide),
  )
  return EXIT.done
}
