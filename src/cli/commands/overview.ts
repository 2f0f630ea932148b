import { overviewPage } from '../../view/pages/overview-page.ts'
import type { CommandSpec } from '../command.ts'
import { loadGuideJson, lookUp } from '../look-up.ts'

/** Handles a line without words. */
export const command: CommandSpec = {
  name: '',
  summary: '',
  examples: [],
  run: (context) =>
    lookUp(context, overviewPage, async (guide) => (await loadGuideJson()).overviewJson(guide)),
}
