import type { Guide } from '../../core/model.ts'
import type { Document } from '../document/document.ts'
import { faqView } from './faq-page.ts'
import { optionView } from './option-page.ts'
import { overviewView } from './overview-page.ts'
import { risksView } from './risks-page.ts'
import { tipsView } from './tips-page.ts'
import { topicsView, topicView } from './topic-page.ts'

/** A page that needs no more of its guide than the day by which the guide is to be reviewed. */
export type ReadyPage = Document & Pick<Guide, 'reviewBy'>

/** The look-ups that take no name, by the command that asks for them. */
const WHOLE: Readonly<Record<string, (guide: Guide) => Document>> = {
  overview: overviewView,
  topics: topicsView,
  risks: (guide) => risksView(guide, guide.options),
  faq: (guide) => faqView(guide, guide.faqs),
  tips: tipsView,
}

/**
 * The pages that look-ups without a flag print, laid out ahead of time: by command, and by `option-<id>` and
 * `topic-<id>`. They say what to show; the terminal decides how.
 */
export function readyPages(guide: Guide): ReadonlyMap<string, ReadyPage> {
  const ready = (document: Document): ReadyPage => ({ reviewBy: guide.reviewBy, ...document })
  return new Map([
    ...Object.entries(WHOLE).map(([name, view]) => [name, ready(view(guide))] as const),
    ...guide.options.map(
      (option) => [`option-${option.id}`, ready(optionView(guide, option, 'clinician'))] as const,
    ),
    ...guide.topics.map((topic) => [`topic-${topic.id}`, ready(topicView(guide, topic))] as const),
  ])
}
