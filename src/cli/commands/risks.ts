import { EXIT, type ExitCode } from '../../io/failure.ts'
import { risksView } from '../../view/pages/risks-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { findOptions } from '../resolve-names.ts'

export const command: CommandSpec = {
  name: 'risks',
  words: '[name...]',
  summary: 'risks and side effects, side by side',
  examples: ['nextline risks nsaids opioids', 'nextline risks medications'],
  run: risks,
}

/** Risks and side effects side by side: of the named options and topics, or of all. */
async function risks(context: CommandContext, names: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(context)
  const options = names.length === 0 ? guide.options : findOptions(guide, names)
  await write(
    context,
    () => risksView(guide, options),
    async () => (await import('../../view/json/guide-json.ts')).risksJson(guide, options),
    guide,
  )
  return EXIT.done
}
