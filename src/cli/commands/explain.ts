import { explain } from '../../core/engine/explain.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { explainView } from '../../view/pages/explain-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { type AnswerFlags, readAnswers } from '../read-answers.ts'
import { findNamed } from '../resolve-names.ts'

/** Why an option stands where it does for these answers, why not higher, and what would move it. */
export async function explainCommand(
  setting: Setting,
  names: readonly string[],
  flags: AnswerFlags,
): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const found = findNamed(guide, names.join(' '))
  if (found.kind === 'topic') {
    throw new UsageFailure(
      `"${found.topic.id}" is a topic; only an option has a place in a plan.`,
      `Name one of its options: ${found.topic.options.join(', ')}.`,
    )
  }
  const explanation = explain(guide, found.option.id, await readAnswers(setting.io, flags, guide))
  await write(
    setting,
    () => explainView(explanation),
    async () => (await import('../../view/json/explain-json.ts')).explainJson(explanation),
  )
  return EXIT.done
}
