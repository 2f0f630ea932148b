import type { Guide } from '../../core/model.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import type { Reader } from '../../view/text/labels.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { type Found, findNamed } from '../resolve-names.ts'

export type ShowFlags = { readonly full?: boolean }

export const command: CommandSpec<ShowFlags> = {
  name: 'show',
  words: '<name...>',
  summary: 'a topic or an option: an id, a title, or another name for it',
  flags: [{ flag: '--full', summary: 'everything about it' }],
  examples: ['nextline show physical therapy', 'nextline show RFA --for patient'],
  run: (context, words) => show(context, words),
}

/** A topic or an option in full. `commands`: what a bare name may have been meant to be, when it is no name. */
export async function show(
  context: CommandContext,
  names: readonly string[],
  commands: readonly string[] = [],
): Promise<ExitCode> {
  const guide = await openGuide(context)
  const found = findNamed(guide, names.join(' '), commands)
  const reader = context.reader ?? 'clinician'
  const view = await viewOf(guide, found, reader)
  await write(context, view, () => dataOf(guide, found, reader))
  return EXIT.done
}

async function viewOf(guide: Guide, found: Found, reader: Reader) {
  if (found.kind === 'topic') {
    const { topicView } = await import('../../view/pages/topic-page.ts')
    return () => topicView(guide, found.topic)
  }
  const { optionView } = await import('../../view/pages/option-page.ts')
  return () => optionView(guide, found.option, reader)
}

async function dataOf(guide: Guide, found: Found, reader: Reader): Promise<object> {
  const { optionJson, topicJson } = await import('../../view/json/guide-json.ts')
  return found.kind === 'topic' ? topicJson(guide, found.topic) : optionJson(guide, found.option, reader)
}
