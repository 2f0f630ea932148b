import type { Guide } from '../../core/model.ts'
import {
  claimText,
  guidePage,
  heading,
  list,
  optionLink,
  optionsOf,
  paragraph,
  warningSignsFirst,
} from '../document/blocks.ts'
import type { Block, Document, Level } from '../document/document.ts'

/** The tips, after the warning signs. */
export function tipsPage(guide: Guide): Document {
  return guidePage(guide, { title: 'The short version', id: 'tips' }, [
    ...warningSignsFirst(guide),
    ...tipBlocks(guide, 2),
  ])
}

/** Each tip under its title, with the options that it is about. */
export function tipBlocks(guide: Guide, level: Level): readonly Block[] {
  return guide.tips.flatMap((tip) => [
    heading(level, tip.title),
    paragraph(...claimText(tip.text)),
    ...list(optionsOf(guide, tip.options).map(optionLink)),
  ])
}
