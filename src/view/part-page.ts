import type { Guide, Topic, TreatmentOption } from '../core/model.ts'
import { optionView } from './option-view.ts'
import type { Page } from './pages.ts'
import { topicView } from './topic-view.ts'
import type { Reader } from './words.ts'

type Part =
  | { readonly kind: 'option'; readonly option: TreatmentOption }
  | { readonly kind: 'topic'; readonly topic: Topic }

/** One topic or option as a page of its own. */
export function partPage(guide: Guide, part: Part, reader: Reader): Page {
  return part.kind === 'topic'
    ? { path: `${part.topic.id}.md`, document: topicView(guide, part.topic) }
    : { path: `${part.option.id}.md`, document: optionView(guide, part.option, reader) }
}
