import type { Guide } from '../../core/model.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import type { Reader } from '../../view/text/labels.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { type Found, findNamed } from '../resolve-names.ts'

/** A topic or an option in full. `commands`: what a bare name may have been meant to be, when it is no name. */
export async function show(
  setting: Setting,
  names: readonly string[],
  commands: readonly string[] = [],
): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const found = findNamed(guide, names.join(' '), commands)
  const reader = setting.reader ?? 'clinician'
  const view = await viewOf(guide, found, reader)
  await write(setting, view, () => dataOf(guide, found, reader))
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
