import { EXIT, type ExitCode } from '../../io/failure.ts'
import { topicsView } from '../../view/pages/topic-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

export const command: CommandSpec = {
  name: 'topics',
  summary: 'topics and their options, one line each',
  examples: ['nextline topics'],
  run: topics,
}

/** Topics and their options, one line each. */
async function topics(context: CommandContext): Promise<ExitCode> {
  const guide = await openGuide(context)
  await write(
    context,
    () => topicsView(guide),
    async () => (await import('../../view/json/guide-json.ts')).topicsJson(guide),
  )
  return EXIT.done
}
