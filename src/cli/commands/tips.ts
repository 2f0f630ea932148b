import { EXIT, type ExitCode } from '../../io/failure.ts'
import { tipsView } from '../../view/pages/tips-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

export const command: CommandSpec = {
  name: 'tips',
  summary: 'the short version: what to do when it did not work',
  examples: ['nextline tips'],
  run: tips,
}

/** The short version: what to do when the treatment did not work. */
async function tips(context: CommandContext): Promise<ExitCode> {
  const guide = await openGuide(context)
  await write(
    context,
    () => tipsView(guide),
    async () => (await import('../../view/json/guide-json.ts')).tipsJson(guide),
    guide,
  )
  return EXIT.done
}
