import type { Guide, Topic, TreatmentOption } from '../../core/model.ts'
import type { Reader } from '../text/labels.ts'
import type { Page } from './export-pages.ts'
import { optionView } from './option-page.ts'
import { topicView } from './topic-page.ts'

type PagePart =
  | { readonly kind: 'option'; readonly option: TreatmentOption }
  | { readonly kind: 'topic'; readonly topic: Topic }

/** One topic or option as a page of its own. */
export function partPage(guide: Guide, part: PagePart, reader: Reader): Page {
  return part.kind === 'topic'
    ? { path: `${part.topic.id}.md`, document: topicView(guide, part.topic) }
    : { path: `${part.option.id}.md`, document: optionView(guide, part.option, reader) }
}
