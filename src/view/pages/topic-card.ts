import type { Guide, Topic, TreatmentOption } from '../../core/model.ts'
import { heading, optionsOf, paragraph } from '../document/blocks.ts'
import type { Block, Document, Inline } from '../document/document.ts'
import { CERTAINTY_NAME } from '../text/labels.ts'
import { firstSentence, shortTitle } from '../text/short-names.ts'
import { closing, fitScreen, screenPage } from './screen.ts'

/** A topic on one screen: what it is about, and its options side by side. */
export function topicCard(guide: Guide, topic: Topic): Document {
  const options = optionsOf(guide, topic.options)
  const page = (points: number, summary: string) => () =>
    screenPage(topic.title, [
      heading(1, topic.title, { id: `topic:${topic.id}` }),
      paragraph(summary),
      optionTable(options),
      ...topic.points
        .slice(0, points)
        .map((point) => paragraph({ strong: `${point.heading}.` }, ` ${point.text}`)),
      ...closing(...topicCommands(topic, options)),
    ])
  const counts = [...topic.points.keys(), topic.points.length].reverse()
  return fitScreen([
    ...counts.map((count) => page(count, topic.summary)),
    page(0, firstSentence(topic.summary)),
  ])
}

const NOTICED = {
  yes: 'people notice it',
  smaller: 'less than people notice',
  'not-known': 'not known',
} as const

function optionTable(options: readonly TreatmentOption[]): Block {
  return {
    kind: 'table',
    head: ['Option', 'How sure', 'Benefit', 'Guidelines'],
    rows: options.map((option) => [
      shortTitle(option),
      CERTAINTY_NAME[option.certainty].toLowerCase(),
      NOTICED[option.benefitNoticed ?? 'not-known'],
      guidelineCounts(option),
    ]),
  }
}

function guidelineCounts({ recommendations }: TreatmentOption): string {
  const count = (...directions: readonly string[]) =>
    recommendations.filter(({ direction }) => directions.includes(direction)).length
  const sides = [
    [count('for', 'only-if'), 'for'],
    [count('against'), 'against'],
  ] as const
  const counts = sides.filter(([number]) => number > 0).map(([number, side]) => `${number} ${side}`)
  return counts.length === 0 ? 'no position' : counts.join(', ')
}

function topicCommands(topic: Topic, [first]: readonly TreatmentOption[]): readonly Inline[] {
  return [
    { faint: 'One of them: ' },
    { code: `nextline ${first?.id ?? topic.id}` },
    { faint: '  Side by side: ' },
    { code: `nextline compare ${topic.id}` },
    { faint: '  More: ' },
    { code: `nextline show ${topic.id} --full` },
  ]
}
