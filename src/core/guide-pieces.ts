import { cached } from './memo.ts'
import type { Card, Claim, Guide, SourceId, TestFacts, TreatmentOption } from './model.ts'

/** A piece of a guide with its texts, its sources and its path in the YAML. Citations and lint read this table. */
export type GuidePiece = {
  /** `nsaids: rule kidney`, `warning sign fever`. */
  readonly name: string
  readonly file: string
  readonly path: PiecePath
  /** Absent for a kind of piece that has no sources. */
  readonly sources?: readonly SourceId[]
  readonly texts: readonly PieceText[]
}

type PiecePath = readonly (string | number)[]

/** `plain` texts are for everyone and easy to read; `clinical` ones are for clinicians. */
export type Voice = 'plain' | 'clinical'

/** A text of a piece, at a path inside it. */
type PieceText = { readonly path: PiecePath; readonly text: string; readonly voice: Voice }

type UnfiledPiece = Omit<GuidePiece, 'file'>

/** Every piece of a guide, in its own order. */
export function guidePieces(guide: Guide): readonly GuidePiece[] {
  return [
    ...inFile('guide.yaml', headerPieces(guide)),
    ...guide.options.flatMap(optionPieces),
    ...inFile(
      'questions.yaml',
      guide.questions.map(({ id, text, why, settle }, index) =>
        piece(`question ${id}`, [index], undefined, { text, why, settle }),
      ),
    ),
    ...inFile('warning-signs.yaml', gatePieces(guide)),
    ...inFile(
      'faqs.yaml',
      guide.faqs.map(({ id, question, answer }, index) => ({
        name: `faq ${id}`,
        path: [index],
        sources: answer.sources,
        texts: [plain(['question'], question), plain(['answer', 'text'], answer.text)],
      })),
    ),
    ...inFile(
      'guide.yaml',
      guide.tips.map(({ id, text }, index) => claim(`tip ${id}`, ['tips', index, 'text'], text)),
    ),
    ...inFile(
      'glossary.yaml',
      guide.glossary.map(({ term, means }, index) => piece(`term ${term}`, [index], undefined, { means })),
    ),
  ]
}

/** The pieces of one option, in the order of its page. */
export const optionPieces = cached((option: TreatmentOption): readonly GuidePiece[] => {
  const { id, noNumbers, disagreement } = option
  const pieces: readonly UnfiledPiece[] = [
    claim('summary', ['summary'], option.summary),
    ...cardPieces(option.card),
    ...(option.indications ?? []).map(({ id: indicationId, because, sources }, index) =>
      piece(`indication ${indicationId}`, ['indications', index], sources, { because }),
    ),
    ...Object.entries(option.atAGlance).map(([key, one]) => claim('at a glance', ['at-a-glance', key], one)),
    ...claims('involves', ['involves'], option.involves),
    ...claims('benefits', ['benefits'], option.benefits),
    ...claims('harms', ['harms'], option.harms),
    ...option.outcomes.map(({ id: outcomeId, note, sources }, index) =>
      piece(`outcome ${outcomeId}`, ['outcomes', index], sources, { note }),
    ),
    piece('no numbers', [], undefined, { 'no-numbers': noNumbers }),
    ...option.risks.map(({ what, howOften, greaterRisk, watchFor, sources }, index) =>
      piece('risks', ['risks', index], sources, {
        what,
        'how-often': howOften,
        'greater-risk': greaterRisk,
        'watch-for': watchFor,
      }),
    ),
    ...claims('may suit', ['may-suit'], option.maySuit),
    ...claims('may not suit', ['may-not-suit'], option.mayNotSuit),
    claim('living with it', ['living-with'], option.livingWith),
    claim('if nothing', ['if-nothing'], option.ifNothing),
    ...option.recommendations.map(({ body, says, sources }, index) =>
      piece(`recommendation ${body}`, ['recommendations', index], sources, { says }),
    ),
    piece('disagreement', [], undefined, { disagreement }),
    ...testPieces(option.test),
    ...option.questionsToAsk.map((text, index) =>
      piece('questions to ask', ['questions-to-ask'], undefined, { [index]: text }),
    ),
    ...option.rules.map(({ id: ruleId, because, do: todo, sources }, index) =>
      piece(`rule ${ruleId}`, ['rules', index], sources, { because, do: todo }),
    ),
    ...claims('clinical notes', ['clinical-notes'], option.clinicalNotes, 'clinical'),
  ]
  return inFile(`options/${id}.yaml`, pieces).map((one) => ({ ...one, name: `${id}: ${one.name}` }))
})

const CARD_FIELDS = ['what', 'effect', 'lasts', 'takes', 'harm', 'fits', 'ask', 'help'] as const

function cardPieces(card: Card | undefined): readonly UnfiledPiece[] {
  return CARD_FIELDS.flatMap((key): readonly UnfiledPiece[] => {
    const field = card?.[key]
    if (field === undefined) return []
    const plainText = piece('card', ['card', key], 'sources' in field ? field.sources : undefined, {
      patient: field.patient,
    })
    const clinician = 'clinician' in field ? field.clinician : undefined
    if (clinician === undefined) return [plainText]
    const text: PieceText = { path: ['clinician'], text: clinician, voice: 'clinical' }
    return [{ ...plainText, texts: [...plainText.texts, text] }]
  })
}

const TEST_FIELDS: Readonly<Record<keyof TestFacts, string>> = {
  measures: 'measures',
  ifPositive: 'if-positive',
  ifNegative: 'if-negative',
  harmlessFinding: 'harmless-finding',
  truePositive: 'true-positive',
  trueNegative: 'true-negative',
  falsePositive: 'false-positive',
  falseNegative: 'false-negative',
  withAndWithout: 'with-and-without',
}

function testPieces(test: TestFacts | undefined): readonly UnfiledPiece[] {
  if (test === undefined) return []
  const keys = Object.keys(test) as (keyof TestFacts)[]
  return keys.map((key) => claim('test facts', ['test', TEST_FIELDS[key]], test[key]))
}

function headerPieces(guide: Guide): readonly UnfiledPiece[] {
  const { question, decision, notice, encouragement, safetyNet } = guide
  return [
    piece('guide', [], undefined, {
      question,
      decision,
      'evidence-note': guide.evidenceNote,
      'see-a-doctor': guide.seeADoctor,
      encouragement,
      notice,
    }),
    ...(safetyNet === undefined
      ? []
      : [piece('guide: safety net', ['safety-net'], undefined, { patient: safetyNet.patient })]),
    claim('guide: problem', ['problem'], guide.problem),
    claim('guide: course', ['course'], guide.course),
    claim('guide: living with it', ['living-with'], guide.livingWith),
    ...claims('guide: summary', ['summary'], guide.summary),
    claim('guide: not reassurance', ['not-reassurance'], guide.notReassurance),
    ...guide.topics.flatMap(({ id, summary, points }, index) => [
      piece(`topic ${id}`, ['topics', index], undefined, { summary }),
      ...claims(`topic ${id}`, ['topics', index, 'points'], points),
    ]),
  ]
}

function gatePieces(guide: Guide): readonly UnfiledPiece[] {
  return [
    ...(guide.urgentActions ?? []).map(({ within, lines, sources }, index) => ({
      name: `urgent action ${within}`,
      path: ['actions', index],
      sources,
      texts: lines.map((line, nth) => plain(['lines', nth], line)),
    })),
    ...guide.warningSigns.map(({ id, sign, action, because, sources }, index) =>
      piece(`warning sign ${id}`, ['warning-signs', index], sources, { sign, action, because }),
    ),
    ...(guide.alerts ?? []).map(({ id, text, sources }, index) =>
      piece(`alert ${id}`, ['alerts', index], sources, { text }),
    ),
    ...guide.outOfScope.map(({ id, because }, index) =>
      piece(`limit ${id}`, ['out-of-scope', index], undefined, { because }),
    ),
  ]
}

function plain(path: PiecePath, text: string): PieceText {
  return { path, text, voice: 'plain' }
}

/** @param texts by field name in the YAML; undefined ones are skipped */
function piece(
  name: string,
  path: PiecePath,
  sources: readonly SourceId[] | undefined,
  texts: Readonly<Record<string, string | undefined>>,
): UnfiledPiece {
  const pieceTexts = Object.entries(texts).flatMap(([key, text]) =>
    text === undefined ? [] : [plain([/^\d+$/.test(key) ? Number(key) : key], text)],
  )
  return { name, path, ...(sources && { sources }), texts: pieceTexts }
}

function claim(
  name: string,
  path: PiecePath,
  { text, sources }: Claim,
  voice: Voice = 'plain',
): UnfiledPiece {
  return { name, path, sources, texts: [{ path: ['text'], text, voice }] }
}

function claims(
  name: string,
  path: PiecePath,
  list: readonly Claim[],
  voice: Voice = 'plain',
): readonly UnfiledPiece[] {
  return list.map((one, index) => claim(name, [...path, index], one, voice))
}

function inFile(file: string, pieces: readonly UnfiledPiece[]): readonly GuidePiece[] {
  return pieces.map((one) => ({ ...one, file }))
}
