import type { Guide, Topic } from '../../core/model.ts'
import {
  claimText,
  heading,
  list,
  namedOption,
  notice,
  optionsOf,
  paragraph,
  readOn,
} from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'

/** Topics and their options, one line each. */
export function topicsView(guide: Guide): Document {
  const title = 'Topics and their options'
  return {
    title,
    blocks: [
      heading(1, title),
      ...guide.topics.flatMap((topic) => [
        heading(2, topic.title, `topic:${topic.id}`),
        ...list(optionsOf(guide, topic.options).map(namedOption)),
      ]),
      readOn,
      notice(guide),
    ],
  }
}

/** A topic: what it is about, points that hold for all of it, and its options. */
export function topicView(guide: Guide, topic: Topic): Document {
  return { title: topic.title, blocks: [...topicBlocks(topic), ...topicOptions(guide, topic), notice(guide)] }
}

/** What is said about a topic as a whole, under its title. */
export function topicBlocks(topic: Topic): readonly Block[] {
  const points = topic.points.flatMap((point) => [heading(2, point.heading), paragraph(...claimText(point))])
  return [heading(1, topic.title, `topic:${topic.id}`), paragraph(topic.summary), ...points]
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
