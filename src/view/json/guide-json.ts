import type { Faq, Guide, Place, Source, SourceId, Topic, TreatmentOption } from '../../core/model.ts'
import type { Hit } from '../../guide/find/search/search.ts'
import { comparisonOf } from '../pages/compare-page.ts'
import type { Reader } from '../text/labels.ts'
import { envelope } from './envelope.ts'

/*
 * Look-ups as JSON. Keys stand in a fixed order, so that the same guide gives the same bytes.
 */

/** The whole guide, to be loaded again with --guide. */
export function guideJson(guide: Guide): object {
  return { schema: 'nextline/guide@1', guide }
}

export function overviewJson(guide: Guide): object {
  return envelope(guide, 'overview', {
    title: guide.title,
    question: guide.question,
    summary: guide.summary,
    warningSigns: signsJson(guide),
    topics: guide.topics.map((topic) => ({ id: topic.id, title: topic.title, options: topic.options })),
  })
}

export function topicsJson(guide: Guide): object {
  return envelope(guide, 'topics', {
    topics: guide.topics.map((topic) => ({
      id: topic.id,
      title: topic.title,
      aliases: topic.aliases,
      options: topicOptions(guide, topic).map((option) => ({ id: option.id, title: option.title })),
    })),
  })
}

export function topicJson(guide: Guide, topic: Topic): object {
  return envelope(guide, 'topic', { topic })
}

/** An option in full. A patient is not shown the clinical notes. */
export function optionJson(guide: Guide, option: TreatmentOption, reader: Reader): object {
  const { clinicalNotes, rules, ...rest } = withoutPlace(option)
  const notes = reader === 'clinician' ? { clinicalNotes } : {}
  return envelope(guide, 'option', { option: { ...rest, ...notes, rules: rules.map(withoutPlace) } })
}

export function risksJson(guide: Guide, options: readonly TreatmentOption[]): object {
  return envelope(guide, 'risks', {
    options: options.map(({ id, title, risks }) => ({ id, title, risks })),
  })
}

export function faqJson(guide: Guide, faqs: readonly Faq[]): object {
  return envelope(guide, 'faq', { faqs })
}

export function tipsJson(guide: Guide): object {
  return envelope(guide, 'tips', { tips: guide.tips })
}

export function compareJson(guide: Guide, options: readonly TreatmentOption[]): object {
  return envelope(guide, 'compare', {
    options: options.map((option) => ({ id: option.id, title: option.title, points: comparisonOf(option) })),
  })
}

export function searchJson(guide: Guide, words: string, hits: readonly Hit[]): object {
  return envelope(guide, 'search', { words, hits })
}

export function sourcesJson(
  guide: Guide,
  sources: readonly Source[],
  usage: ReadonlyMap<SourceId, readonly string[]>,
): object {
  return envelope(guide, 'sources', {
    sources: sources.map((source) => ({ ...withoutPlace(source), usedBy: usage.get(source.id) ?? [] })),
  })
}

function topicOptions(guide: Guide, topic: Topic): readonly TreatmentOption[] {
  return guide.options.filter((option) => topic.options.includes(option.id))
}

export function signsJson(guide: Guide): readonly object[] {
  return guide.warningSigns.map(withoutPlace).map(({ when: _, ...sign }) => sign)
}

/** Places in YAML are for authors only. */
export function withoutPlace<T extends { readonly place: Place }>(piece: T): Omit<T, 'place'> {
  const { place: _, ...rest } = piece
  return rest
}
