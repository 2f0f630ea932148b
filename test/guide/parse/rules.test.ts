import { expect, describe as group, it } from 'vitest'
import { describe } from '../../../src/guide/parse/diagnostic.ts'
import { parseGuide } from '../../../src/guide/parse/parse-guide.ts'
import { folderWith } from '../fixture-folder.ts'

type Defect = readonly [rule: string, file: string, from: string, to: string, line: string]

/** Each row: a rule, one text of the valid guide replaced so that it is broken, and what an author then reads. */
const rules = (title: string, defects: readonly Defect[]) =>
  group(title, () => {
    it.each(defects)('%s', (_, file, from, to, line) => {
      const { guide, diagnostics } = parseGuide(folderWith(file, from, to), { lints: ['stop-medicine'] })
      expect(diagnostics.map((diagnostic) => describe(diagnostic)).join('\n')).toBe(line)
      expect(guide).toBeUndefined()
    })
  })

rules('an id names one thing', [
  [
    'no two rules of an option',
    'options/tablets.yaml',
    'id: tried',
    'id: kidney',
    'options/tablets.yaml:68:9  the rule id "kidney" is already used at options/tablets.yaml:60:9',
  ],
  [
    'no two answers of a question',
    'questions.yaml',
    'id: 18-or-over',
    'id: under-18',
    'questions.yaml:20:51  the answer id "under-18" is already used at questions.yaml:20:19',
  ],
  [
    'no two sources',
    'sources.yaml',
    '- id: trial-2020',
    "- { id: trial-2020, title: A, where: B, kind: policy, read: excerpt, read-note: C, accessed: '2026-01-31' }\n- id: trial-2020",
    'sources.yaml:2:7  the source id "trial-2020" is already used at sources.yaml:1:9',
  ],
  [
    'no two properties, though one may become several',
    'properties.yaml',
    'id: no-stopping',
    'id: kidneys',
    'properties.yaml:21:7  the property id "kidneys" is already used at properties.yaml:5:7',
  ],
  [
    'no warning sign and limit of the guide',
    'warning-signs.yaml',
    'id: child',
    'id: fever',
    'warning-signs.yaml:13:9  the warning sign id "fever" is already used at warning-signs.yaml:2:9',
  ],
  [
    'a question is not named like a word of conditions',
    'questions.yaml',
    '- id: preferences',
    '- id: any',
    'questions.yaml:43:7  "any" cannot name a question: it has its own meaning in conditions and answers',
  ],
])

rules('a name leads to one option or topic', [
  [
    'an alias of one option is no alias of another, whatever its case',
    'options/tablets.yaml',
    'aliases: [ibuprofen, NSAID]',
    'aliases: [Knee-Replacement]',
    'options/tablets.yaml:4:11  the name "Knee-Replacement" already leads to the option surgery',
  ],
  [
    'an alias of a topic is not the title of an option in it',
    'guide.yaml',
    'aliases: [drugs]',
    'aliases: [pain tablets]',
    'guide.yaml:40:15  the name "pain tablets" already leads to the option tablets',
  ],
])

rules('what is named exists', [
  [
    'the question of a condition',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{ all: [{ not: { kidny-disease: yes } }] }',
    'options/tablets.yaml:62:28  question "kidny-disease" is not in this guide; did you mean "kidney-disease"?',
  ],
  [
    'the answer of a condition',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{ age: [under-18, under-81] }',
    'options/tablets.yaml:62:29  "under-81" is not an answer to age; did you mean "under-18"?',
  ],
  [
    'the answer of a condition: `unsure` cannot be tested',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{ kidney-disease: unsure }',
    'options/tablets.yaml:62:29  "unsure" is not an answer to kidney-disease: no, yes',
  ],
  [
    'the question that a property leaves open',
    'properties.yaml',
    '{ open: age }',
    '{ open: ages }',
    'properties.yaml:13:17  question "ages" is not in this guide; did you mean "age"?',
  ],
  [
    'the question that decides whether another is asked',
    'questions.yaml',
    'ask-when: { not: { age: under-18 } }',
    'ask-when: { edge: under-18 }',
    'questions.yaml:31:15  question "edge" is not in this guide',
  ],
  [
    'the source of a claim',
    'options/tablets.yaml',
    'may-suit: []',
    'may-suit: [{ text: Adults., sources: [trial-2021] }]',
    'options/tablets.yaml:21:39  source "trial-2021" is not in this guide; did you mean "trial-2020"?',
  ],
  [
    'the option of a tip',
    'guide.yaml',
    'options: [tablets]\ntopics',
    'options: [tablet]\ntopics',
    'guide.yaml:29:15  option "tablet" is not in this guide; did you mean "tablets"?',
  ],
  [
    'the option of a property',
    'properties.yaml',
    'options: [tablets]',
    'options: [tablets, tablet]',
    'properties.yaml:7:22  option "tablet" is not in this guide; did you mean "tablets"?',
  ],
  [
    'the feature of a property',
    'properties.yaml',
    '{ with: [surgery] }',
    '{ with: [surgery, needles] }',
    'properties.yaml:12:30  feature "needles" is not in this guide; did you mean "needle"?',
  ],
  [
    'the feature that a preference avoids',
    'questions.yaml',
    'avoids: surgery',
    'avoids: surgeries',
    'questions.yaml:54:55  feature "surgeries" is not in this guide; did you mean "surgery"?',
  ],
  [
    'the lint rule of a property',
    'properties.yaml',
    'lint: stop-medicine',
    'lint: stop-medicines',
    'properties.yaml:23:9  lint rule "stop-medicines" is not in this guide; did you mean "stop-medicine"?',
  ],
])

rules('an option has one topic', [
  [
    'not two',
    'guide.yaml',
    'options: [surgery]',
    'options: [surgery, tablets]',
    `guide.yaml:43:15  the topic "surgery" lists the option "tablets" already
options/tablets.yaml:3:8  the topic "surgery" lists this option, which says topic "medicines"`,
  ],
  [
    'not none',
    'guide.yaml',
    'points: []\n    options: [tablets]',
    'points: []\n    options: [surgery]',
    `guide.yaml:43:15  the topic "surgery" lists the option "surgery" already
options/tablets.yaml:1:5  no topic in guide.yaml lists the option "tablets"`,
  ],
  [
    'the one that it names itself',
    'options/tablets.yaml',
    'topic: medicines',
    'topic: surgery',
    'options/tablets.yaml:3:8  the topic "medicines" lists this option, which says topic "surgery"',
  ],
  [
    'which exists',
    'options/tablets.yaml',
    'topic: medicines',
    'topic: medicine',
    `options/tablets.yaml:3:8  topic "medicine" is not in this guide; did you mean "medicines"?
options/tablets.yaml:3:8  the topic "medicines" lists this option, which says topic "medicine"`,
  ],
])

rules('a question can be answered', [
  [
    'one with several answers has a way to say none',
    'questions.yaml',
    '{ id: none, label: None }, { id: fever',
    '{ id: cough, label: Cough }, { id: fever',
    'questions.yaml:10:12  the question "warning-signs" takes several answers, so it needs the answer "none"',
  ],
  [
    'none lists `unsure`',
    'questions.yaml',
    '{ id: yes, label: Yes }]',
    '{ id: yes, label: Yes }, { id: unsure, label: Not sure }]',
    'questions.yaml:32:67  leave out "unsure": every question accepts it',
  ],
  [
    'none waits for a question that comes after it',
    'questions.yaml',
    '{ not: { age: under-18 } }',
    '{ not: { tried: tablets } }',
    'questions.yaml:31:22  ask-when names "tried", which is not asked before this question',
  ],
  [
    'none waits for itself',
    'questions.yaml',
    '{ not: { age: under-18 } }',
    '{ kidney-disease: yes }',
    'questions.yaml:31:15  ask-when names "kidney-disease", which is not asked before this question',
  ],
])

rules('a statement cites a source', [
  [
    'a claim, unless it is not known or our own caution',
    'options/tablets.yaml',
    'may-suit: []',
    'may-suit: [{ text: Adults., sources: [] }, { text: Not known., sources: [] }]',
    'options/tablets.yaml:21:12  names no source; cite one, begin the text with "Not known", or say basis: prudence',
  ],
  [
    'a risk, even where its frequency is not known',
    'options/tablets.yaml',
    'watch-for: Black stools. Get help at once.\n    sources: [trial-2020]',
    'watch-for: Black stools. Get help at once.\n    sources: []',
    'options/tablets.yaml:16:5  names no source; a risk, an outcome, a recommendation or a warning sign needs one',
  ],
  [
    'an outcome',
    'options/tablets.yaml',
    'direct: false\n    sources: [trial-2020]',
    'direct: false\n    sources: []',
    'options/tablets.yaml:32:5  names no source; a risk, an outcome, a recommendation or a warning sign needs one',
  ],
  [
    'a guideline’s recommendation',
    'options/tablets.yaml',
    'says: Try them.\n    sources: [trial-2020]',
    'says: Try them.\n    sources: []',
    'options/tablets.yaml:48:5  names no source; a risk, an outcome, a recommendation or a warning sign needs one',
  ],
  [
    'a rule that does not say that it is prudence',
    'options/tablets.yaml',
    'basis: prudence\n    sources: []\n',
    'basis: guideline\n    sources: []\n',
    'options/tablets.yaml:68:5  the rule names no source, which only basis: prudence may',
  ],
  [
    'a warning sign that does not say that it is our judgement',
    'warning-signs.yaml',
    'sources: [trial-2020]',
    'sources: []',
    'warning-signs.yaml:2:5  names no source; a risk, an outcome, a recommendation or a warning sign needs one',
  ],
  [
    'a study has a DOI or a PubMed number, or says why not',
    'sources.yaml',
    "  doi: 10.1000/xyz-1\n  pmid: '123456'\n",
    '',
    'sources.yaml:1:7  the study "trial-2020" has neither doi nor pmid: give one, or say why not in no-identifier',
  ],
  [
    'a report of other work says why it may be cited',
    'sources.yaml',
    'kind: research',
    'kind: secondary',
    'sources.yaml:8:9  "trial-2020" reports other work: cite that work, or say in secondary-because why this page may be cited',
  ],
])

it('warns of a source that nothing rests on', () => {
  const idle =
    "- { id: idle_2019, title: A, where: B, kind: policy, read: excerpt, read-note: C, accessed: '2026-01-31' }\n"
  const { guide, diagnostics } = parseGuide(
    folderWith('sources.yaml', '- id: trial-2020', `${idle}- id: trial-2020`),
  )
  expect(guide?.sources.map(({ id }) => id)).toEqual(['idle_2019', 'trial-2020'])
  expect(diagnostics.map((diagnostic) => describe(diagnostic))).toEqual([
    'sources.yaml:1:9  warning: nothing in the guide rests on the source "idle_2019"',
  ])
})

rules('names lead to one thing in every command', [
  [
    'a term is explained once',
    'glossary.yaml',
    '- {',
    '- { term: Long lasting, aliases: [], means: Long. }\n- {',
    'glossary.yaml:2:30  "long-lasting" is explained already, as "Long lasting"',
  ],
])

it('gives each page of an export to one topic', () => {
  const topics = `topics:
  - { id: faq, title: A, aliases: [], summary: B, short: C, points: [], options: [surgery] }
  - { id: faq-topic, title: C, aliases: [], summary: D, short: C, points: [], options: [surgery] }
`
  const { guide, diagnostics } = parseGuide(folderWith('guide.yaml', 'topics:\n', topics), {
    warnings: false,
  })
  expect(guide).toBeUndefined()
  expect(diagnostics.map((diagnostic) => describe(diagnostic))).toContain(
    'guide.yaml:32:11  an export has the page of the topic "faq" under this name: choose another id',
  )
})

it('warns of a name that is a command', () => {
  const { guide, diagnostics } = parseGuide(folderWith('options/tablets.yaml', 'ibuprofen', 'Walk'))
  expect(guide).toBeDefined()
  expect(diagnostics.map((diagnostic) => describe(diagnostic))).toEqual([
    'options/tablets.yaml:4:11  warning: `nextline Walk` is a command, so this name opens nothing without `show`',
  ])
})

it('says nothing that is only a warning to those who read a guide', () => {
  const files = folderWith('options/tablets.yaml', 'ibuprofen', 'Walk')
  expect(parseGuide(files, { warnings: false }).diagnostics).toEqual([])
})

rules('what is said about evidence holds together', [
  [
    'guidelines for and against demand what they differ about',
    'options/tablets.yaml',
    'recommendations:\n',
    'recommendations:\n  - { body: B, year: 2021, population: All, direction: against, strength: strong, certainty: low, says: No., short: B 2021, sources: [trial-2020] }\n',
    'options/tablets.yaml:47:1  guidelines stand for and against here, so disagreement must say what about',
  ],
  [
    'no reason for missing numbers stands beside numbers',
    'options/tablets.yaml',
    'recommendations:\n',
    'no-numbers: None was found.\nrecommendations:\n',
    'options/tablets.yaml:47:1  no-numbers stands beside outcomes: leave one of them out',
  ],
  [
    'an interval runs from low to high',
    'options/tablets.yaml',
    'interval: [50, 70]',
    'interval: [70, 50]',
    'options/tablets.yaml:40:15  interval: 70 is above 50',
  ],
  [
    'an interval holds its estimate',
    'options/tablets.yaml',
    'interval: [50, 70]',
    'interval: [61, 70]',
    'options/tablets.yaml:40:15  the interval 61 to 70 does not hold the estimate 60',
  ],
  [
    'a rule has its short form',
    'options/tablets.yaml',
    '    short: kidney disease\n',
    '',
    'options/tablets.yaml:60:5  short is missing',
  ],
  [
    'a warning sign has what to say',
    'warning-signs.yaml',
    '    say: a fever\n',
    '',
    'warning-signs.yaml:2:5  say is missing',
  ],
  [
    'what is to be found out or done first is said',
    'options/tablets.yaml',
    'status: avoid',
    'status: check-first',
    'options/tablets.yaml:63:13  a rule with status check-first says in do what to find out or do first',
  ],
  [
    'only a rule of relevance makes an option not relevant',
    'options/tablets.yaml',
    'status: avoid',
    'status: not-relevant',
    'options/tablets.yaml:61:11  status not-relevant goes with kind relevance, and this rule says contraindication',
  ],
  [
    'what is not known weighs no more than what is',
    'options/tablets.yaml',
    'status: avoid',
    'status: caution\n    while-open: not-now',
    'options/tablets.yaml:64:17  while-open not-now is more restrictive than status caution of the same rule',
  ],
  [
    'a review comes after the last one',
    'guide.yaml',
    "'2027-01-31'",
    "'2025-12-31'",
    'guide.yaml:19:12  review-by 2025-12-31 is not after reviewed 2026-01-31',
  ],
])

group('an option without any outcome', () => {
  it('says why there is no number', () => {
    const text =
      folderWith('options/tablets.yaml', 'id: tablets', 'id: tablets').get('options/tablets.yaml') ?? ''
    const outcomes = text.slice(text.indexOf('outcomes:'), text.indexOf('recommendations:'))
    const silent = folderWith('options/tablets.yaml', outcomes, 'outcomes: []\n')
    const lines = parseGuide(silent).diagnostics.map((diagnostic) => describe(diagnostic))
    expect(lines).toEqual(['options/tablets.yaml:31:1  there is no outcome, so no-numbers must say why'])
    const said = folderWith('options/tablets.yaml', outcomes, 'outcomes: []\nno-numbers: No trial counted.\n')
    expect(parseGuide(said).guide?.options[1]?.noNumbers).toBe('No trial counted.')
  })
})

group('an option and a topic with the same id', () => {
  it('may share their title and their other names', () => {
    const files = folderWith('guide.yaml', 'aliases: [operations]', 'aliases: [knee replacement]')
    expect(parseGuide(files).diagnostics).toEqual([])
  })
})

group('a faulty piece', () => {
  it('is still searched for references that lead nowhere', () => {
    const files = folderWith('options/tablets.yaml', 'status: avoid', 'status: awoid')
    const text = (files.get('options/tablets.yaml') ?? '')
      .replace('{ kidney-disease: yes }', '{ kidney: yes }')
      .replace('basis: evidence\n    sources: [trial-2020]', 'basis: evidence\n    sources: [trial]')
    const lines = parseGuide(files.set('options/tablets.yaml', text)).diagnostics.map((one) => describe(one))
    expect(lines).toEqual([
      'options/tablets.yaml:62:13  question "kidney" is not in this guide; did you mean "kidney-disease"?',
      'options/tablets.yaml:63:13  status "awoid" is not one of suitable, caution, check-first, not-now, avoid, not-relevant',
      'options/tablets.yaml:66:15  source "trial" is not in this guide; did you mean "trial-2020"?',
    ])
  })

  it('does not make what refers to it faulty', () => {
    const files = folderWith('options/tablets.yaml', 'invasiveness: medicine', 'invasiveness: none at all')
    const lines = parseGuide(files).diagnostics.map((one) => describe(one))
    expect(lines).toEqual([
      'options/tablets.yaml:5:15  invasiveness "none at all" is not one of none, touch, medicine, needle, ablation, surgery',
    ])
  })
})
