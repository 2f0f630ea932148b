import { expect, describe as group, it } from 'vitest'
import { describe } from '../../../src/guide/parse/diagnostic.ts'
import { parseGuide } from '../../../src/guide/parse/parse-guide.ts'
import { folderWith, validFolder } from '../fixture-folder.ts'

const lines = (files: ReadonlyMap<string, string>, lints?: readonly string[]) =>
  parseGuide(files, lints && { lints }).diagnostics.map((diagnostic) => describe(diagnostic, 'knee'))

group('a valid guide', () => {
  const { guide, diagnostics } = parseGuide(validFolder(), { lints: ['stop-medicine'] })

  it('has nothing to say about it', () => {
    expect(diagnostics).toEqual([])
    expect(guide?.id).toBe('knee')
  })

  it('puts options in the order of its topics, not of its files', () => {
    expect(guide?.options.map(({ id }) => id)).toEqual(['surgery', 'tablets'])
  })

  it('keeps the place of what rules and citations point to', () => {
    expect(guide?.options[1]?.place).toEqual({ file: 'options/tablets.yaml', line: 1, column: 1 })
    expect(guide?.options[1]?.rules[1]?.place).toEqual({ file: 'options/tablets.yaml', line: 68, column: 5 })
    expect(guide?.questions[1]?.place).toEqual({ file: 'questions.yaml', line: 11, column: 3 })
    expect(guide?.warningSigns[0]?.place).toEqual({ file: 'warning-signs.yaml', line: 2, column: 5 })
    expect(guide?.sources[0]?.place).toEqual({ file: 'sources.yaml', line: 1, column: 3 })
  })

  it('takes the answers of a question about options from the options', () => {
    const tried = guide?.questions.find(({ id }) => id === 'tried')
    expect(tried?.answers).toEqual([
      { id: 'none', label: 'None of these', clinical: 'None' },
      { id: 'surgery', label: 'Surgery', aliases: ['knee replacement', 'operations'] },
      {
        id: 'tablets',
        label: 'Pain tablets',
        aliases: ['Tablets', 'ibuprofen', 'NSAID', 'Medicines', 'drugs'],
      },
    ])
  })

  it('reads a question as not sensitive unless it says so', () => {
    expect(guide?.questions.map(({ sensitive }) => sensitive)).toEqual([false, false, true, false, false])
  })

  it('may do without questions that people ask and without a glossary', () => {
    const files = validFolder()
    files.delete('faqs.yaml')
    files.delete('glossary.yaml')
    expect(parseGuide(files)).toMatchObject({ guide: { faqs: [], glossary: [] }, diagnostics: [] })
  })

  it('gives warnings beside the guide', () => {
    const parsed = parseGuide(folderWith('options/tablets.yaml', 'ibuprofen', 'pain tablets'))
    expect(parsed.guide?.id).toBe('knee')
    expect(parsed.diagnostics.map((one) => describe(one))).toEqual([
      'options/tablets.yaml:4:11  warning: the alias "pain tablets" says the same as another name of this option',
    ])
  })
})

type Defect = readonly [what: string, file: string, from: string, to: string, line: string]

const SHAPES: readonly Defect[] = [
  [
    'a value that is not one of the list',
    'options/tablets.yaml',
    '    certainty: low\n    direct',
    '    certainty: mediocre\n    direct',
    'knee/options/tablets.yaml:44:16  certainty "mediocre" is not one of high, moderate, low, very-low, not-rated',
  ],
  [
    'a field that is missing, at the nearest parent',
    'options/tablets.yaml',
    '    watch-for: Black stools. Get help at once.\n',
    '',
    'knee/options/tablets.yaml:16:5  watch-for is missing',
  ],
  [
    'a field that is misspelt, once as missing and once as unknown',
    'options/tablets.yaml',
    'certainty: low\nsummary',
    'certanty: low\nsummary',
    'knee/options/tablets.yaml:1:1  certainty is missing\nknee/options/tablets.yaml:7:1  unknown field "certanty"; did you mean "certainty"?',
  ],
  [
    'a number where text belongs',
    'options/tablets.yaml',
    'title: Pain tablets',
    'title: 12',
    'knee/options/tablets.yaml:2:8  title must be text; put it in quotes',
  ],
  [
    'text where a number belongs',
    'options/tablets.yaml',
    'year: 2020',
    "year: '2020'",
    'knee/options/tablets.yaml:49:11  year must be a year, as a number',
  ],
  [
    'text where a list belongs',
    'options/tablets.yaml',
    'features: [medicine]',
    'features: medicine',
    'knee/options/tablets.yaml:6:11  features must be a list',
  ],
  [
    'a list where fields belong',
    'options/tablets.yaml',
    'living-with: { text: A tablet a day., basis: prudence, sources: [] }',
    'living-with: [A tablet a day.]',
    'knee/options/tablets.yaml:23:14  living-with must be a set of fields',
  ],
  [
    'an empty field',
    'options/tablets.yaml',
    'title: Pain tablets',
    'title:',
    'knee/options/tablets.yaml:2:1  title is empty',
  ],
  [
    'an option without a benefit',
    'options/tablets.yaml',
    'benefits:\n  - { text: Said in plain words., sources: [trial-2020] }',
    'benefits: []',
    'knee/options/tablets.yaml:11:11  benefits needs at least 1',
  ],
  [
    'an id that is not kebab-case',
    'options/tablets.yaml',
    'id: kidney\n',
    'id: Kidney_1\n',
    'knee/options/tablets.yaml:60:9  id "Kidney_1" is not an id: small letters and digits, joined by dashes',
  ],
  [
    'a feature that stands twice',
    'options/tablets.yaml',
    'features: [medicine]',
    'features: [medicine, medicine]',
    'knee/options/tablets.yaml:6:22  features item 2: "medicine" stands in this list already',
  ],
  [
    'more than 100 of 100 people',
    'options/tablets.yaml',
    'with-option: 60',
    'with-option: 160',
    'knee/options/tablets.yaml:38:18  with-option 160 is not a number of 100 people: 0 to 100',
  ],
  [
    'an outcome of an unknown kind',
    'options/tablets.yaml',
    'kind: of-100',
    'kind: relative',
    'knee/options/tablets.yaml:33:11  kind "relative" is not one of of-100, points',
  ],
  [
    'a rule that makes an option suitable',
    'options/tablets.yaml',
    'status: avoid',
    'status: suitable',
    'knee/options/tablets.yaml:63:13  a rule of kind contraindication has the status suitable: "suitable" belongs to a note, and to nothing else',
  ],
  [
    'another form of guide',
    'guide.yaml',
    'guide@1',
    'guide@2',
    'knee/guide.yaml:1:9  schema "nextline/guide@2" is not one of nextline/guide@1',
  ],
  [
    'a day that does not exist',
    'guide.yaml',
    "'2026-01-31'",
    "'2026-02-30'",
    'knee/guide.yaml:18:11  reviewed "2026-02-30" is not a day written as YYYY-MM-DD',
  ],
  [
    'a DOI with an address around it',
    'sources.yaml',
    '10.1000/xyz-1',
    'https://doi.org/10.1000/xyz-1',
    'knee/sources.yaml:5:8  doi "https://doi.org/10.1000/xyz-1" is not a DOI such as 10.1136/bmj-2024-079971 (no address around it)',
  ],
  [
    'a PubMed number with letters',
    'sources.yaml',
    "'123456'",
    'PMC123',
    'knee/sources.yaml:6:9  pmid "PMC123" is not a PubMed number: digits alone',
  ],
  [
    'an address that a page must not link to',
    'sources.yaml',
    'https://example.org/trial',
    'javascript:alert(1)',
    'knee/sources.yaml:7:8  url "javascript:alert(1)" is not a web address that begins with http:// or https://',
  ],
  [
    'a question with answers and a list to take them from',
    'questions.yaml',
    'answers-from: options',
    'answers-from: options\n  answers: [{ id: none, label: None }, { id: b, label: B }]',
    'knee/questions.yaml:33:3  a question has either answers or answers-from: options',
  ],
  [
    'a file that is not a list',
    'sources.yaml',
    '- id: trial-2020',
    '  id: trial-2020',
    'knee/sources.yaml:1:3  the file must be a list',
  ],
  [
    'a property with neither only nor never',
    'properties.yaml',
    '  only: [avoid]\n',
    '',
    'knee/properties.yaml:5:3  a property about a status has either only or never',
  ],
  [
    'a property about an unknown group of options',
    'properties.yaml',
    'options: all',
    'options: every',
    'knee/properties.yaml:18:12  options "every" is not one of all',
  ],
]

const CONDITIONS: readonly Defect[] = [
  [
    'text that is no condition',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    'sometimes',
    'knee/options/tablets.yaml:62:11  when is not a condition: always, { question: answer }, { all: [...] }, { any: [...] } or { not: {...} }',
  ],
  [
    'two tests without a word that joins them',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{ kidney-disease: yes, age: under-18 }',
    'knee/options/tablets.yaml:62:11  when holds 2 fields, a condition has one: join several with all or any',
  ],
  [
    'a test of nothing',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{}',
    'knee/options/tablets.yaml:62:11  when holds 0 fields, a condition has one: join several with all or any',
  ],
  [
    'an empty list of tests',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{ all: [] }',
    'knee/options/tablets.yaml:62:18  all is empty',
  ],
  [
    'a number as answer, deep inside',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{ any: [{ not: { age: [under-18, 65] } }] }',
    'knee/options/tablets.yaml:62:44  age item 2 must be text; put it in quotes',
  ],
  [
    'a test for an open answer in a rule',
    'options/tablets.yaml',
    '{ kidney-disease: yes }',
    '{ open: kidney-disease }',
    'knee/options/tablets.yaml:62:13  "open" stands only in properties: elsewhere the program handles what is not known',
  ],
  [
    'a test for an open answer in a gate',
    'warning-signs.yaml',
    '{ age: under-18 }',
    '{ open: age }',
    'knee/warning-signs.yaml:14:13  "open" stands only in properties: elsewhere the program handles what is not known',
  ],
  [
    'a test for an open answer in ask-when',
    'questions.yaml',
    'ask-when: { not: { age: under-18 } }',
    'ask-when: { open: age }',
    'knee/questions.yaml:31:15  "open" stands only in properties: elsewhere the program handles what is not known',
  ],
]

group('a guide with one fault in the form of its files', () => {
  it.each([...SHAPES, ...CONDITIONS])('names %s', (_, file, from, to, expected) => {
    const files = folderWith(file, from, to)
    expect(lines(files).join('\n')).toBe(expected)
    expect(parseGuide(files).guide).toBeUndefined()
  })

  it.each<Defect>([
    [
      'a flow list that is not closed',
      'options/tablets.yaml',
      'features: [medicine]',
      'features: [medicine',
      'knee/options/tablets.yaml:7:1  not readable as YAML: this line stands too far to the left: indent it, or close the bracket or quote that is open above',
    ],
    [
      'a field that stands twice',
      'options/tablets.yaml',
      'certainty: low\nsummary',
      'certainty: low\ntitle: Tablets\nsummary',
      'knee/options/tablets.yaml:8:1  the field "title" stands twice here',
    ],
    [
      'an alias without anchor',
      'sources.yaml',
      'title: A trial',
      'title: *trial',
      'knee/sources.yaml:2:10  not readable as YAML: the alias *trial has no anchor before it; a text that begins with * needs quotes',
    ],
    [
      'an alias inside its own anchor',
      'options/tablets.yaml',
      'when: { kidney-disease: yes }',
      'when: &x { not: *x }',
      'knee/options/tablets.yaml:62:21  not readable as YAML: the alias *x stands inside what it repeats',
    ],
    [
      'a second document',
      'sources.yaml',
      '- id: trial-2020',
      '- id: trial-2020\n---\n- id: other',
      'knee/sources.yaml:2:1  not readable as YAML: a second document begins here; a file holds one',
    ],
  ])('names %s, and does not blame what refers to that file', (_, file, from, to, expected) => {
    expect(lines(folderWith(file, from, to)).join('\n')).toBe(expected)
  })
})

group('a folder with other files than a guide has', () => {
  it('says which are missing', () => {
    expect(lines(new Map())).toEqual([
      'knee/guide.yaml:1:1  the guide has no guide.yaml',
      'knee/options/:1:1  the guide has no option: put one file for each into options/',
      'knee/properties.yaml:1:1  the guide has no properties.yaml',
      'knee/questions.yaml:1:1  the guide has no questions.yaml',
      'knee/sources.yaml:1:1  the guide has no sources.yaml',
      'knee/warning-signs.yaml:1:1  the guide has no warning-signs.yaml',
    ])
  })

  it('says which are misnamed', () => {
    const files = validFolder().set('faq.yaml', '[]').set('options/more.yml', 'id: more')
    expect(lines(files)).toEqual([
      'knee/faq.yaml:1:1  no file of a guide has this name; did you mean "faqs.yaml"?',
      'knee/options/more.yml:1:1  ends in .yml, and only .yaml is read: give it that name',
    ])
  })

  it('reads an empty file as one that says nothing', () => {
    expect(lines(validFolder().set('sources.yaml', '').set('glossary.yaml', ''))).toEqual([
      'knee/glossary.yaml:1:1  the file must be a list',
      'knee/sources.yaml:1:1  the file must be a list',
    ])
  })
})

group('a guide with many faults', () => {
  it('reports those of every file at once, from top to bottom', () => {
    const files = folderWith('options/tablets.yaml', 'invasiveness: medicine', 'invasiveness: mild')
    files.set(
      'options/tablets.yaml',
      (files.get('options/tablets.yaml') ?? '').replace('[trial-2020]', '[trail-2020]'),
    )
    files.set('sources.yaml', (files.get('sources.yaml') ?? '').replace('read: abstract', 'read: not at all'))
    files.set('faqs.yaml', (files.get('faqs.yaml') ?? '').replace('[tablets]', '[tablet]'))
    expect(lines(files)).toEqual([
      'knee/faqs.yaml:4:13  option "tablet" is not in this guide; did you mean "tablets"?',
      'knee/options/tablets.yaml:5:15  invasiveness "mild" is not one of none, touch, medicine, needle, ablation, surgery',
      'knee/options/tablets.yaml:8:50  source "trail-2020" is not in this guide; did you mean "trial-2020"?',
      'knee/sources.yaml:9:9  read "not at all" is not one of full-text, abstract, excerpt, secondary',
    ])
  })

  it('names each of several unknown fields', () => {
    const files = folderWith('glossary.yaml', 'means:', 'first: a, second: b, means:')
    expect(lines(files)).toHaveLength(2)
  })
})
