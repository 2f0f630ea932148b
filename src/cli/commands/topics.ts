import { topicsPage } from '../../view/pages/topic-page.ts'
import type { CommandSpec } from '../command.ts'
import { loadGuideJson, lookUp } from '../look-up.ts'

export const command: CommandSpec = {
  name: 'topics',
  summary: 'topics and their options, one line each',
  examples: ['nextline topics'],
  run: (context) => lookUp(context, topicsPage, async (guide) => (await loadGuideJson()).topicsJson(guide)),
}
