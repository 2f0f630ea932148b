import type { Guide, UrgentAction, Within } from '../../core/model.ts'
import { WITHIN } from '../../core/model.ts'
import { cited, heading, list, notice, paragraph } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { WITHIN_WORDS } from '../text/labels.ts'
import { firstSentence } from '../text/short-names.ts'
import { fitScreen, NOTICE_LINE, screenPage } from './screen.ts'

const TITLE = 'Warning signs'
/** One more than other pages: the actions are not to be cut. */
const LINES = 23

/** Every warning sign with what to do and how soon, on one screen: the most urgent first. */
export function warningSignsCard(guide: Guide): Document {
  const page =
    (
      sign: (sign: Guide['warningSigns'][number]) => string,
      lines: (action: UrgentAction) => readonly string[],
    ) =>
    () =>
      screenPage(TITLE, [
        heading(1, TITLE, undefined, 'red flags: these come before everything else'),
        ...WITHIN.flatMap((within) => urgency(guide, within, sign, lines)),
        paragraph({ faint: 'Each of them, why, with sources: ' }, { code: 'nextline warning-signs --full' }),
        paragraph({ faint: NOTICE_LINE }),
      ])
  const whole = ({ lines }: UrgentAction) => lines
  return fitScreen(
    [
      page(({ sign }) => sign, whole),
      page((sign) => sign.say ?? sign.sign, whole),
      page(
        (sign) => sign.say ?? sign.sign,
        ({ lines }) => lines.slice(0, 2),
      ),
      page(
        (sign) => sign.say ?? sign.sign,
        ({ lines }) => lines.slice(0, 1),
      ),
    ],
    LINES,
  )
}

function urgency(
  guide: Guide,
  within: Within,
  sign: (sign: Guide['warningSigns'][number]) => string,
  lines: (action: UrgentAction) => readonly string[],
): readonly Block[] {
  const signs = guide.warningSigns.filter((sign) => sign.within === within)
  if (signs.length === 0) return []
  const action = guide.urgentActions?.find((urgentAction) => urgentAction.within === within)
  const body = action === undefined ? [firstSentence(signs[0]?.action ?? '')] : lines(action)
  return [
    {
      kind: 'callout',
      tone: within === 'now' ? 'danger' : 'caution',
      label: action?.heading ?? `Get care ${WITHIN_WORDS[within]}`,
      body: [signs.map(sign).join(' · '), [{ strong: body.join(' ') }]],
    },
  ]
}

/** Every warning sign with its action, why, and its sources. */
export function warningSignsView(guide: Guide): Document {
  return {
    title: TITLE,
    blocks: [
      heading(1, TITLE),
      paragraph(guide.notReassurance.text, ...cited(guide.notReassurance.sources)),
      ...WITHIN.flatMap((within) => {
        const signs = guide.warningSigns.filter((sign) => sign.within === within)
        if (signs.length === 0) return []
        return [
          heading(2, `Get care ${WITHIN_WORDS[within]}`),
          ...list(
            signs.map((sign) => [
              { strong: `${sign.sign}.` },
              ` ${sign.action} ${sign.because}`,
              ...cited(sign.sources),
            ]),
          ),
        ]
      }),
      notice(guide),
    ],
  }
}
