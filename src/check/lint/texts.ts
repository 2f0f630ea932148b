import type { Claim, Guide, TreatmentOption } from '../../core/model.ts'

/** Where a text stands: the file in the guide's folder, and the path of keys and positions inside it. */
export type Spot = { readonly file: string; readonly path: readonly (string | number)[] }

/** A text of the guide. `plain` is for everyone and has to be easy to read; `clinical` is for clinicians. */
export type GuideText = Spot & { readonly text: string; readonly voice: 'plain' | 'clinical' }

type Collected = { readonly path: Spot['path']; readonly text: string; readonly voice?: 'clinical' }

/** Every text that a person can meet, with where it stands. Titles, names and citations are not texts. */
export function textsOf(guide: Guide): readonly GuideText[] {
  return [
    ...inFile('guide.yaml', guideTexts(guide)),
    ...guide.options.flatMap((option) => inFile(`options/${option.id}.yaml`, optionTexts(option))),
    ...inFile('questions.yaml', questionTexts(guide)),
    ...inFile('warning-signs.yaml', gateTexts(guide)),
    ...inFile(
      'faqs.yaml',
      guide.faqs.flatMap((faq, at) => [
        one([at, 'question'], faq.question),
        claim([at, 'answer'], faq.answer),
      ]),
    ),
    ...inFile(
      'glossary.yaml',
      guide.glossary.map((term, at) => one([at, 'means'], term.means)),
    ),
  ]
}

function optionTexts(option: TreatmentOption): readonly Collected[] {
  const glance = option.atAGlance
  return [
    claim(['summary'], option.summary),
    ...claims(['involves'], option.involves),
    ...claims(['benefits'], option.benefits),
    ...claims(['harms'], option.harms),
    ...option.risks.flatMap((risk, at) => [
      one(['risks', at, 'what'], risk.what),
      one(['risks', at, 'how-often'], risk.howOften),
      one(['risks', at, 'greater-risk'], risk.greaterRisk),
      one(['risks', at, 'watch-for'], risk.watchFor),
    ]),
    ...claims(['may-suit'], option.maySuit),
    ...claims(['may-not-suit'], option.mayNotSuit),
    claim(['living-with'], option.livingWith),
    claim(['if-nothing'], option.ifNothing),
    ...(['setting', 'effort', 'onset', 'duration', 'repeatable'] as const).map((key) =>
      claim(['at-a-glance', key], glance[key]),
    ),
    ...option.outcomes.flatMap((outcome, at) =>
      outcome.note ? [one(['outcomes', at, 'note'], outcome.note)] : [],
    ),
    ...(option.noNumbers ? [one(['no-numbers'], option.noNumbers)] : []),
    ...option.recommendations.map((statement, at) => one(['recommendations', at, 'says'], statement.says)),
    ...(option.disagreement ? [one(['disagreement'], option.disagreement)] : []),
    ...testTexts(option),
    ...option.questionsToAsk.map((question, at) => one(['questions-to-ask', at], question)),
    ...option.clinicalNotes.map((note, at) => ({
      ...claim(['clinical-notes', at], note),
      voice: 'clinical' as const,
    })),
    ...option.rules.flatMap((rule, at) => [
      one(['rules', at, 'because'], rule.because),
      ...(rule.do === undefined ? [] : [one(['rules', at, 'do'], rule.do)]),
    ]),
    ...(option.indications ?? []).map((piece, at) => one(['indications', at, 'because'], piece.because)),
    ...cardTexts(option),
  ]
}

const CARD_KEYS = ['what', 'effect', 'lasts', 'takes', 'harm', 'fits', 'ask', 'help'] as const

function cardTexts({ card }: TreatmentOption): readonly Collected[] {
  return CARD_KEYS.flatMap((key): readonly Collected[] => {
    const field = card?.[key]
    if (field === undefined) return []
    const plain = one(['card', key, 'patient'], field.patient)
    if (!('clinician' in field) || field.clinician === undefined) return [plain]
    return [plain, { ...one(['card', key, 'clinician'], field.clinician), voice: 'clinical' }]
  })
}

const TEST_KEYS = [
  ['measures', 'measures'],
  ['ifPositive', 'if-positive'],
  ['ifNegative', 'if-negative'],
  ['harmlessFinding', 'harmless-finding'],
  ['truePositive', 'true-positive'],
  ['trueNegative', 'true-negative'],
  ['falsePositive', 'false-positive'],
  ['falseNegative', 'false-negative'],
  ['withAndWithout', 'with-and-without'],
] as const

function testTexts({ test }: TreatmentOption): readonly Collected[] {
  return test === undefined ? [] : TEST_KEYS.map(([key, written]) => claim(['test', written], test[key]))
}

function guideTexts(guide: Guide): readonly Collected[] {
  return [
    one(['question'], guide.question),
    claim(['problem'], guide.problem),
    one(['decision'], guide.decision),
    claim(['course'], guide.course),
    claim(['living-with'], guide.livingWith),
    one(['evidence-note'], guide.evidenceNote),
    one(['see-a-doctor'], guide.seeADoctor),
    one(['encouragement'], guide.encouragement),
    ...claims(['summary'], guide.summary),
    one(['notice'], guide.notice),
    claim(['not-reassurance'], guide.notReassurance),
    ...(guide.safetyNet === undefined ? [] : [one(['safety-net', 'patient'], guide.safetyNet.patient)]),
    ...guide.tips.map((tip, at) => claim(['tips', at, 'text'], tip.text)),
    ...guide.topics.flatMap((topic, at) => [
      one(['topics', at, 'summary'], topic.summary),
      ...topic.points.map((point, nth) => one(['topics', at, 'points', nth, 'text'], point.text)),
    ]),
  ]
}

function questionTexts(guide: Guide): readonly Collected[] {
  return guide.questions.flatMap((question, at) => [
    one([at, 'text'], question.text),
    one([at, 'why'], question.why),
    one([at, 'settle'], question.settle),
  ])
}

function gateTexts(guide: Guide): readonly Collected[] {
  return [
    ...guide.warningSigns.flatMap((sign, at) => [
      one(['warning-signs', at, 'sign'], sign.sign),
      one(['warning-signs', at, 'action'], sign.action),
      one(['warning-signs', at, 'because'], sign.because),
    ]),
    ...(guide.alerts ?? []).map((alert, at) => one(['alerts', at, 'text'], alert.text)),
    ...(guide.urgentActions ?? []).flatMap((action, at) =>
      action.lines.map((line, nth) => one(['actions', at, 'lines', nth], line)),
    ),
    ...guide.outOfScope.map((gate, at) => one(['out-of-scope', at, 'because'], gate.because)),
  ]
}

function one(path: Spot['path'], text: string): Collected {
  return { path, text }
}

function claim(path: Spot['path'], { text }: Claim): Collected {
  return { path: [...path, 'text'], text }
}

function claims(path: Spot['path'], list: readonly Claim[]): readonly Collected[] {
  return list.map((item, at) => claim([...path, at], item))
}

function inFile(file: string, texts: readonly Collected[]): readonly GuideText[] {
  return texts.map(({ path, text, voice }) => ({ file, path, text, voice: voice ?? 'plain' }))
}
