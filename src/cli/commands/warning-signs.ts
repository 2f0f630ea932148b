import { EXIT } from '../../io/failure.ts'
import { warningSignsCard, warningSignsView } from '../../view/pages/warning-signs-page.ts'
import type { CommandSpec } from '../command.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

export const command: CommandSpec<{ readonly full?: boolean }> = {
  name: 'warning-signs',
  summary: 'every warning sign, what to do and how soon (also red-flags, emergency)',
  flags: [{ flag: '--full', summary: 'each with the reason and its sources' }],
  examples: ['nextline warning-signs', 'nextline red flags'],
  run: async (context, _, { full }) => {
    const guide = await openGuide(context)
    await write(
      context,
      () => (full === true ? warningSignsView : warningSignsCard)(guide),
      async () => (await import('../../view/json/answer-json.ts')).warningSignsJson(guide),
      guide,
    )
    return EXIT.done
  },
}
