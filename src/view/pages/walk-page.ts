import { isNextStep } from '../../core/engine/order.ts'
import type { Guide, Plan, Status } from '../../core/model.ts'
import { counted } from '../../text/words.ts'
import { claimList, guidePage, heading, list, notice, paragraph, section } from '../document/blocks.ts'
import type { Block, Document, Inline, Text } from '../document/document.ts'
import type { Reader } from '../text/labels.ts'
import { shortTitle } from '../text/short-names.ts'
import { findOutRows } from './find-out.ts'

/** The welcome before the first question: what a walk is and how to answer. */
export function welcomePage(
  guide: Guide,
  { reader, howTo, answered }: { reader: Reader; howTo: readonly string[]; answered: number },
): Document {
  const resumed =
    answered === 0
      ? []
      : [paragraph(`${counted(answered, 'question is', 'questions are')} answered already.`)]
  if (reader === 'clinician') {
    return guidePage(guide, { title: guide.title }, [paragraph(guide.question), ...resumed, ...list(howTo)])
  }
  return guidePage(guide, { title: guide.title }, [
    paragraph({ strong: guide.question }),
    paragraph(
      'Some questions, about three minutes. Then you get a list of options to talk about with a doctor or therapist, with the reason for each. Warning signs come first.',
    ),
    ...resumed,
    ...list([...howTo, 'Your answers stay on this computer. They are kept only if you save them.']),
  ])
}

const MOST_NAMED = 3
const MOST_ASKED = 2

/** The end of a walk: what to book, ask and find out first. */
export function farewellPage(plan: Plan, reader: Reader): Document {
  const { guide } = plan
  const steps = plan.options.filter(isNextStep).slice(0, MOST_NAMED)
  const names = steps.map(({ option }) => shortTitle(option)).join(', ')
  const asks = steps.flatMap(({ option }) => option.card?.ask?.patient ?? option.questionsToAsk[0] ?? [])
  const [first] = findOutRows(plan)
  const toDo: readonly Text[] = [
    ...(steps.length === 0 ? [] : [`Book a visit, and talk over: ${names}.`]),
    ...asks.slice(0, MOST_ASKED).map((ask) => `Ask: ${ask}`),
    ...(first === undefined ? [] : [[`${first.label}: `, ...inlines(first.value)]]),
  ]
  return {
    title: guide.title,
    blocks: [
      ...section(heading(2, 'What to do now'), list(reader === 'patient' ? toDo : [])),
      ...(reader === 'patient' ? [paragraph(guide.encouragement)] : []),
    ],
  }
}

function inlines(text: Text): readonly Inline[] {
  return typeof text === 'string' ? [text] : text
}

/** Clinical notes of `suitable` and `caution` options, or else of `check-first` options. */
export function clinicalNotesPage(plan: Plan): Document {
  const withNotes = (...statuses: readonly Status[]) =>
    plan.options.filter(({ status, option }) => statuses.includes(status) && option.clinicalNotes.length > 0)
  const possible = withNotes('suitable', 'caution')
  const notes = (possible.length > 0 ? possible : withNotes('check-first')).flatMap(
    ({ option }): readonly Block[] => [
      paragraph({ strong: option.title }),
      ...claimList(option.clinicalNotes),
    ],
  )
  return {
    title: 'Clinical notes',
    blocks: [
      heading(2, 'Clinical notes'),
      ...(notes.length === 0 ? [paragraph('There are none for these options.')] : notes),
      notice(plan.guide),
    ],
  }
}

/**
 * The SURE check, in our words: Sure of yourself, Understand information, Risk-benefit ratio, Encouragement. Three or
 * fewer times yes points to a decision that still needs support (Legare 2010, PMID 20705870).
 */
export const SURE_ITEMS = [
  {
    id: 'sure',
    text: 'Do you feel sure about what is best for you?',
    bring:
      'You do not feel sure yet what is best for you. Ask which step can wait, and what would make it clearer.',
  },
  {
    id: 'understand',
    text: 'Do you know the good and the bad points of each option?',
    bring:
      'Ask for the good and the bad points of the options you think about, with numbers where there are any.',
  },
  {
    id: 'risk-benefit',
    text: 'Do you know which good and bad points matter most to you?',
    bring: 'Say what you hope for most and what you fear most, and ask which option fits that.',
  },
  {
    id: 'encouragement',
    text: 'Do you have enough support and advice to choose?',
    bring: 'Say that you would like more support, and bring someone you trust along.',
  },
] as const

/** What to bring up with the clinician after a SURE check. `yes`: ids answered with yes. */
export function surePage(yes: readonly string[]): Document {
  const open = SURE_ITEMS.filter(({ id }) => !yes.includes(id))
  const words =
    open.length === 0
      ? [
          paragraph(
            'Four times yes. You seem ready to talk it through and choose. You can still change your mind.',
          ),
        ]
      : [
          paragraph('It is fine not to be sure, and there is time. This is worth bringing up at your visit:'),
          ...list(open.map(({ bring }) => bring)),
        ]
  return {
    title: 'How sure do you feel?',
    blocks: [
      heading(2, 'How sure do you feel?'),
      ...words,
      paragraph('These four questions are the SURE test, in our words (Legare 2010, PubMed 20705870).'),
    ],
  }
}
