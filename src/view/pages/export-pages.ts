import { sourceUsage } from '../../core/citations.ts'
import type { Guide, Topic } from '../../core/model.ts'
import type { GuidePart } from '../../guide/find/names.ts'
import { counted } from '../../text/words.ts'
import {
  claimText,
  fact,
  facts,
  guidePage,
  heading,
  list,
  notice,
  optionsOf,
  paragraph,
  section,
  warningSignsFirst,
} from '../document/blocks.ts'
import type { Block, Document, Fact, Inline, Text } from '../document/document.ts'
import { type LinkTo, pageHeadings } from '../render/page-headings.ts'
import type { Reader } from '../text/labels.ts'
import { faqPage } from './faq-page.ts'
import { optionGridPage } from './option-grid-page.ts'
import { optionBlocks, optionPage } from './option-page.ts'
import { sourcesPage } from './sources-page.ts'
import { tipBlocks } from './tips-page.ts'
import { topicBlocks, topicPage } from './topic-page.ts'

export type Page = { readonly path: string; readonly document: Document }

const RESERVED = ['index', 'side-by-side', 'faq', 'sources']

/**
 * The whole guide as pages: an index, one page for each topic with its options in full, all options side by side, the
 * FAQ and the sources.
 */
export function guidePages(guide: Guide, reader: Reader): readonly Page[] {
  return [
    { path: 'index.md', document: indexPage(guide) },
    ...guide.topics.map((topic) => ({ path: topicPath(topic), document: topicInFull(guide, topic, reader) })),
    { path: 'side-by-side.md', document: optionGridPage(guide, reader) },
    { path: 'faq.md', document: faqPage(guide, guide.faqs) },
    { path: 'sources.md', document: sourcesPage(guide, guide.sources, sourceUsage(guide)) },
  ]
}

/** One topic or option as a page of its own. */
export function partPage(guide: Guide, part: GuidePart, reader: Reader): Page {
  return part.kind === 'topic'
    ? { path: `${part.topic.id}.md`, document: topicPage(guide, part.topic) }
    : { path: `${part.option.id}.md`, document: optionPage(guide, part.option, reader) }
}

/** Links between pages in one folder. A ref resolves to the heading with that id, on any page. */
export function pageLinks(pages: readonly Page[]): (path: string) => LinkTo {
  const places = new Map<string, { readonly path: string; readonly slug: string }>()
  for (const { path, document } of pages) {
    for (const { id, slug } of pageHeadings(document)) {
      if (id !== undefined && !places.has(id)) places.set(id, { path, slug })
    }
  }
  return (from) => (id) => {
    const place = places.get(id)
    if (place === undefined) return undefined
    const anchor = `#${encodeURIComponent(place.slug)}`
    return place.path === from ? anchor : `${encodeURIComponent(place.path)}${anchor}`
  }
}

function topicPath(topic: Topic): string {
  return RESERVED.includes(topic.id) ? `${topic.id}-topic.md` : `${topic.id}.md`
}

/** Renames an option's heading that equals the topic's title. */
function topicInFull(guide: Guide, topic: Topic, reader: Reader): Document {
  const options = optionsOf(guide, topic.options).flatMap((option) => {
    const [title, ...rest] = optionBlocks(guide, option, reader, 2)
    const isSame = option.title === topic.title && title?.kind === 'heading'
    return [...(isSame ? [{ ...title, text: `${option.title} in full` }] : title ? [title] : []), ...rest]
  })
  return { title: topic.title, blocks: [...topicBlocks(topic), ...options, notice(guide)] }
}

function indexPage(guide: Guide): Document {
  return guidePage(guide, { title: guide.title, id: 'index' }, [
    paragraph({ strong: guide.question }, ` ${guide.decision}`),
    paragraph(...claimText(guide.problem)),
    ...guide.summary.map((claim) => paragraph(...claimText(claim))),
    paragraph(guide.encouragement),
    ...warningSignsFirst(guide),
    heading(2, 'Topics'),
    ...guide.topics.flatMap((topic) => topicEntry(guide, topic)),
    heading(2, 'Tips', { id: 'tips' }),
    ...tipBlocks(guide, 3),
    heading(2, 'How the pain usually goes'),
    paragraph(...claimText(guide.course)),
    paragraph(...claimText(guide.livingWith)),
    ...section(heading(2, 'Words explained'), glossary(guide)),
    ...aboutBlocks(guide),
  ])
}

function topicEntry(guide: Guide, topic: Topic): readonly Block[] {
  return [
    paragraph({ ref: `topic:${topic.id}`, text: topic.title }, `: ${topic.summary}`),
    ...list(
      optionsOf(guide, topic.options).map(
        (option): Text => [{ ref: `option:${option.id}`, text: option.title }],
      ),
    ),
  ]
}

function glossary(guide: Guide): readonly Block[] {
  return facts(guide.glossary.map(({ term, means }) => ({ label: term, value: means })))
}

function aboutBlocks(guide: Guide): readonly Block[] {
  const rows: readonly Fact[] = [
    { label: 'Version', value: guide.version },
    { label: 'Reviewed', value: guide.reviewed },
    { label: 'Review again by', value: guide.reviewBy },
    { label: 'Updates', value: guide.updatePolicy },
    { label: 'Made by', value: guide.madeBy },
    ...fact('Qualifications', guide.authorQualifications),
    { label: 'Paid for by', value: guide.funding },
    { label: 'How it was made', value: guide.method },
    { label: 'The evidence', value: guide.evidenceNote },
    { label: 'Also here', value: more(guide) },
  ]
  return [
    heading(2, 'About this guide'),
    ...facts(rows),
    ...section(heading(3, 'What was looked for and not found'), list(guide.notFound)),
    paragraph(...claimText(guide.notReassurance)),
    paragraph(guide.seeADoctor),
  ]
}

function more(guide: Guide): readonly Inline[] {
  return [
    { ref: 'grid', text: 'Options side by side' },
    ', ',
    { ref: 'faq', text: 'Questions people ask' },
    ` (${counted(guide.faqs.length, 'question')}), `,
    { ref: 'sources', text: 'Sources' },
    ` (${counted(guide.sources.length, 'source')})`,
  ]
}
