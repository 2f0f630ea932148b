import { type Guide, TIME_FRAMES } from '../../core/model.ts'
import { findByName } from '../../guide/find/names.ts'
import { facts, heading, optionsOf, paragraph } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'
import { optionNames } from '../text/short-names.ts'
import { fitScreen, NOTICE_LINE, screenPage } from './screen.ts'

/** The guide on one screen: warning signs, topics, and what to type next. */
export function overviewPage(guide: Guide): Document {
  const soonest = TIME_FRAMES.find((time) => guide.warningSigns.some(({ within }) => within === time))
  const urgent = guide.warningSigns
    .filter(({ within }) => within === soonest)
    .map(({ say, sign }) => say ?? sign)
  const counts = urgent.map((_, index) => urgent.length - index)
  return fitScreen([...counts, 0].map((count) => () => page(guide, urgent.slice(0, count))))
}

function page(guide: Guide, urgent: readonly string[]): Document {
  return screenPage(guide.title, [
    heading(1, guide.title),
    paragraph({ mark: 'no', decorative: true }, { strong: ' Emergency?' }, ` ${urgent.join('; ')}: `, {
      code: 'nextline warning-signs',
    }),
    ...facts(
      guide.topics.map((topic) => ({
        label: topic.id,
        value: topic.short ?? optionNames(optionsOf(guide, topic.options)),
      })),
    ),
    heading(2, 'What to type'),
    ...facts([
      { label: 'nextline walk', value: 'answer questions, get your own list' },
      {
        label: 'nextline <name>',
        value: `one option on one screen: ${exampleOf(guide, 'option', ['ibuprofen'])}`,
      },
      {
        label: 'nextline <condition>',
        value: `what it changes: ${exampleOf(guide, 'question', ['pregnancy', 'apixaban'])}`,
      },
      { label: 'nextline search <words>', value: 'anything else, as you would ask it' },
    ]),
    paragraph({ faint: NOTICE_LINE }),
  ])
}

/** An example command: with these names if the guide has them, else with its first one. */
function exampleOf(guide: Guide, kind: 'option' | 'question', names: readonly string[]): string {
  const known = names.filter((name) => findByName(guide, name).kind === kind)
  const candidates =
    kind === 'option' ? guide.options : guide.questions.filter(({ role }) => role === 'safety')
  const shown = known.length > 0 ? known : candidates.slice(0, 1).map(({ id }) => id)
  return shown.map((name) => `nextline ${name}`).join(', ')
}
