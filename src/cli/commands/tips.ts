import { tipsPage } from '../../view/pages/tips-page.ts'
import type { CommandSpec } from '../command.ts'
import { loadGuideJson, lookUp } from '../look-up.ts'

export const command: CommandSpec = {
  name: 'tips',
  summary: 'the short version: what to do when it did not work',
  examples: ['nextline tips'],
  run: (context) => lookUp(context, tipsPage, async (guide) => (await loadGuideJson()).tipsJson(guide)),
}
