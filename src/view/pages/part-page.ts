import type { Guide, Topic, TreatmentOption } from '../../core/model.ts'
import type { Reader } from '../text/labels.ts'
import type { Page } from './export-pages.ts'
import { optionPage } from './option-page.ts'
import { topicPage } from './topic-page.ts'

type PagePart =
  | { readonly kind: 'option'; readonly option: TreatmentOption }
  | { readonly kind: 'topic'; readonly topic: Topic }

/** One topic or option as a page of its own. */
export function partPage(guide: Guide, part: PagePart, reader: Reader): Page {
  return part.kind === 'topic'
    ? { path: `${part.topic.id}.md`, document: topicPage(guide, part.topic) }
    : { path: `${part.option.id}.md`, document: optionPage(guide, part.option, reader) }
}
