import type { Guide } from '../../core/model.ts'
import {
  claimText,
  heading,
  list,
  notice,
  optionLink,
  optionsOf,
  paragraph,
  warningSignsFirst,
} from '../document/blocks.ts'
import type { Block, Document, Level } from '../document/document.ts'

/** The short version: what to do when it did not work. Warning signs come first. */
export function tipsView(guide: Guide): Document {
  const title = 'The short version'
  return {
    title,
    blocks: [heading(1, title, 'tips'), ...warningSignsFirst(guide), ...tipBlocks(guide, 2), notice(guide)],
  }
}

/** Each tip under its title, with the options that it is about. */
export function tipBlocks(guide: Guide, level: Level): readonly Block[] {
  return guide.tips.flatMap((tip) => [
    heading(level, tip.title),
    paragraph(...claimText(tip.text)),
    ...list(optionsOf(guide, tip.options).map(optionLink)),
  ])
}
