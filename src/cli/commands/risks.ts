import { risksPage } from '../../view/pages/risks-page.ts'
import type { CommandSpec } from '../command.ts'
import { loadGuideJson, lookUp } from '../look-up.ts'
import { findOptions } from '../resolve-names.ts'

export const command: CommandSpec = {
  name: 'risks',
  words: '[name...]',
  summary: 'risks and side effects, side by side',
  examples: ['nextline risks nsaids opioids', 'nextline risks medications'],
  run: (context, names) =>
    lookUp(
      context,
      (guide) => risksPage(guide, findOptions(guide, names)),
      async (guide) => (await loadGuideJson()).risksJson(guide, findOptions(guide, names)),
    ),
}
