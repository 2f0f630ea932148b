import { warningSignsCard, warningSignsPage } from '../../view/pages/warning-signs-page.ts'
import type { CommandSpec } from '../command.ts'
import { lookUp } from '../look-up.ts'

export const command: CommandSpec<{ readonly full?: boolean }> = {
  name: 'warning-signs',
  summary: 'every warning sign, what to do and how soon (also red-flags, emergency)',
  flags: [{ flag: '--full', summary: 'each with the reason and its sources' }],
  examples: ['nextline warning-signs', 'nextline red flags'],
  run: (context, _, { full }) =>
    lookUp(context, full === true ? warningSignsPage : warningSignsCard, async (guide) =>
      (await import('../../view/json/answer-json.ts')).warningSignsJson(guide),
    ),
}
