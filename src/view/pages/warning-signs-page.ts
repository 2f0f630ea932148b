import type { Guide, UrgentAction, WarningSign } from '../../core/model.ts'
import { cited, guidePage, heading, list, paragraph } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { firstSentence } from '../text/short-names.ts'
import { careHeading, type Urgency, urgencies } from '../text/urgency.ts'
import { closing, fitScreen, screenPage } from './screen.ts'

const TITLE = 'Warning signs'
/** One more than other pages, because the actions must not be cut. */
const LINES = 23

/** Every warning sign with what to do and how soon, on one screen: the most urgent first. */
export function warningSignsCard(guide: Guide): Document {
  const page =
    (sign: (sign: WarningSign) => string, lines: (action: UrgentAction) => readonly string[]) => () =>
      screenPage(TITLE, [
        heading(1, TITLE, { aside: 'red flags: these come before everything else' }),
        ...urgencies(guide).map((urgency) => urgencyBlock(urgency, sign, lines)),
        ...closing({ faint: 'Each of them, why, with sources: ' }, { code: 'nextline warning-signs --full' }),
      ])
  const whole = ({ lines }: UrgentAction) => lines
  const shortSign = ({ say, sign }: WarningSign) => say ?? sign
  return fitScreen(
    [
      page(({ sign }) => sign, whole),
      page(shortSign, whole),
      page(shortSign, ({ lines }) => lines.slice(0, 2)),
      page(shortSign, ({ lines }) => lines.slice(0, 1)),
    ],
    LINES,
  )
}

function urgencyBlock(
  { within, signs, action, heading: label }: Urgency,
  sign: (sign: WarningSign) => string,
  lines: (action: UrgentAction) => readonly string[],
): Block {
  const body = action === undefined ? [firstSentence(signs[0]?.action ?? '')] : lines(action)
  return {
    kind: 'callout',
    tone: within === 'now' ? 'danger' : 'caution',
    label,
    body: [signs.map(sign).join(' · '), [{ strong: body.join(' ') }]],
  }
}

/** Every warning sign with its action, why, and its sources. */
export function warningSignsPage(guide: Guide): Document {
  return guidePage(guide, { title: TITLE }, [
    paragraph(guide.notReassurance.text, ...cited(guide.notReassurance.sources)),
    ...urgencies(guide).flatMap(({ within, signs }) => [
      heading(2, careHeading(within)),
      ...list(
        signs.map(({ sign, action, because, sources }) => [
          { strong: `${sign}.` },
          ` ${action} ${because}`,
          ...cited(sources),
        ]),
      ),
    ]),
  ])
}
