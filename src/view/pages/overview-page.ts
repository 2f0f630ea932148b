import type { Guide } from '../../core/model.ts'
import { heading, optionsOf, paragraph } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'
import { optionNames } from '../text/short-names.ts'
import { fitScreen, NOTICE_LINE, screenPage } from './screen.ts'

/** On one screen: what the guide is about, where the warning signs are, its topics, and what to type next. */
export function overviewView(guide: Guide): Document {
  const urgent = guide.warningSigns
    .filter(({ within }) => within === 'now')
    .map(({ say, sign }) => say ?? sign)
  const counts = urgent.map((_, at) => urgent.length - at)
  return fitScreen(counts.map((count) => () => page(guide, urgent.slice(0, count))))
}

function page(guide: Guide, urgent: readonly string[]): Document {
  return screenPage(guide.title, [
    heading(1, guide.title),
    paragraph({ mark: 'no' }, { strong: ' Emergency?' }, ` ${urgent.join('; ')}: `, {
      code: 'nextline warning-signs',
    }),
    {
      kind: 'facts',
      rows: guide.topics.map((topic) => ({
        label: topic.id,
        value: topic.short ?? optionNames(optionsOf(guide, topic.options)),
      })),
    },
    heading(2, 'What to type'),
    {
      kind: 'facts',
      rows: [
        { label: 'nextline walk', value: 'answer questions, get your own list' },
        { label: 'nextline <name>', value: 'one option on one screen: nextline ibuprofen' },
        { label: 'nextline <condition>', value: 'what it changes: nextline pregnancy, nextline apixaban' },
        { label: 'nextline search <words>', value: 'anything else, as you would ask it' },
      ],
    },
    paragraph({ faint: NOTICE_LINE }),
  ])
}
