import { explain } from '../../core/engine/explain.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { explainPage } from '../../view/pages/explain-page.ts'
import { ANSWER_FLAGS, type CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { type AnswerFlags, readAnswers } from '../read-answers.ts'
import { findPart } from '../resolve-names.ts'

type ExplainFlags = AnswerFlags & { readonly full?: boolean }

export const command: CommandSpec<ExplainFlags> = {
  name: 'explain',
  words: '<option...>',
  summary: 'why an option stands where it does, and what would move it',
  flags: [...ANSWER_FLAGS, { flag: '--full', summary: 'every rule, those that do not apply included' }],
  examples: ['nextline explain nsaids --set kidney-disease=yes'],
  run: explainCommand,
}

/** Explains an option's status for these answers. */
async function explainCommand(
  context: CommandContext,
  names: readonly string[],
  flags: ExplainFlags,
): Promise<ExitCode> {
  const guide = await openGuide(context)
  const part = findPart(guide, names.join(' '))
  if (part.kind === 'topic') {
    throw new UsageFailure(
      `"${part.topic.id}" is a topic; only an option has a place in a plan.`,
      `Name one of its options: ${part.topic.options.join(', ')}.`,
    )
  }
  const explanation = explain(guide, part.option.id, await readAnswers(context.io, flags, guide))
  await write(
    context,
    () => explainPage(explanation, flags.full === true ? 'full' : 'brief'),
    async () => (await import('../../view/json/explain-json.ts')).explainJson(explanation),
    guide,
  )
  return EXIT.done
}
