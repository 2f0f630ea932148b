import type { Guide, Topic } from '../../core/model.ts'
import { claimText, facts, heading, notice, optionsOf, paragraph } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { closing, screenPage } from './screen.ts'

/** Topics and the options of each, by the names to type. */
export function topicsPage(guide: Guide): Document {
  return screenPage('Topics and their options', [
    heading(1, 'Topics and their options'),
    ...facts(guide.topics.map(({ id, options }) => ({ label: id, value: options.join(', ') }))),
    ...closing({ faint: 'A topic or an option on one screen: ' }, { code: 'nextline <name>' }),
  ])
}

/** A topic: what it is about, points that hold for all of it, and its options. */
export function topicPage(guide: Guide, topic: Topic): Document {
  return { title: topic.title, blocks: [...topicBlocks(topic), ...topicOptions(guide, topic), notice(guide)] }
}

/** What is said about a topic as a whole, under its title. */
export function topicBlocks(topic: Topic): readonly Block[] {
  const points = topic.points.flatMap((point) => [heading(2, point.heading), paragraph(...claimText(point))])
  return [heading(1, topic.title, { id: `topic:${topic.id}` }), paragraph(topic.summary), ...points]
}

function topicOptions(guide: Guide, topic: Topic): readonly Block[] {
  return [
    heading(2, 'Options'),
    ...optionsOf(guide, topic.options).flatMap((option) => [
      heading(3, option.title),
      paragraph(...claimText(option.summary)),
      paragraph('In full: ', { code: `nextline show ${option.id}` }),
    ]),
  ]
}
