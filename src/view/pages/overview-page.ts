import type { Guide } from '../../core/model.ts'
import { claimText, heading, list, notice, paragraph, warningSignsFirst } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'
import { counted } from '../text/labels.ts'

/** What the guide is about, its topics, and the three commands to type next. Warning signs come first. */
export function overviewView(guide: Guide): Document {
  return {
    title: guide.title,
    blocks: [
      heading(1, guide.title),
      paragraph({ strong: guide.question }),
      ...guide.summary.map((claim) => paragraph(...claimText(claim))),
      paragraph(guide.encouragement),
      ...warningSignsFirst(guide),
      heading(2, 'Topics'),
      ...list(
        guide.topics.map((topic) => [
          { ref: `topic:${topic.id}`, text: topic.title },
          ` (${counted(topic.options.length, 'option')}): `,
          { code: topic.id },
        ]),
      ),
      heading(2, 'How to start'),
      ...list(startCommands(guide)),
      notice(guide),
    ],
  }
}

function startCommands(guide: Guide): Parameters<typeof list>[0] {
  const name = guide.options[0]?.id ?? guide.topics[0]?.id ?? 'topics'
  const first = guide.questions[0]
  const answer = first?.answers[0]
  const set = first === undefined || answer === undefined ? '' : ` --set ${first.id}=${answer.id}`
  return [
    [{ code: 'nextline walk' }, ' asks a few questions and ends in your own list of options'],
    [{ code: `nextline show ${name}` }, ' shows one topic or option in full'],
    [{ code: `nextline plan${set}` }, ' makes the same list from answers that you type at once'],
  ]
}
