import type { Faq, Guide } from '../../core/model.ts'
import { claimText, heading, list, notice, optionLink, optionsOf, paragraph } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'

/** Questions that people ask, with answers, and the options that each is about. */
export function faqView(guide: Guide, faqs: readonly Faq[]): Document {
  const title = 'Questions people ask'
  return {
    title,
    blocks: [heading(1, title, 'faq'), ...faqs.flatMap((faq) => faqBlocks(guide, faq)), notice(guide)],
  }
}

function faqBlocks(guide: Guide, faq: Faq): readonly Block[] {
  return [
    heading(2, faq.question, `faq:${faq.id}`),
    paragraph(...claimText(faq.answer)),
    ...list(optionsOf(guide, faq.options).map(optionLink)),
  ]
}
