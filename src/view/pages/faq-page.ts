import type { Faq, Guide } from '../../core/model.ts'
import { claimText, guidePage, heading, list, optionLink, optionsOf, paragraph } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'

/** Questions that people ask, with answers, and the options that each is about. */
export function faqPage(guide: Guide, faqs: readonly Faq[]): Document {
  return guidePage(
    guide,
    { title: 'Questions people ask', id: 'faq' },
    faqs.flatMap((faq) => faqBlocks(guide, faq)),
  )
}

function faqBlocks(guide: Guide, faq: Faq): readonly Block[] {
  return [
    heading(2, faq.question, { id: `faq:${faq.id}` }),
    paragraph(...claimText(faq.answer)),
    ...list(optionsOf(guide, faq.options).map(optionLink)),
  ]
}
