import type { Guide, TestFacts, TreatmentOption } from '../core/model.ts'
import { balance } from './lint/balance.ts'
import { denominator } from './lint/denominator.ts'
import { frames } from './lint/frames.ts'
import { numberContext } from './lint/number-context.ts'
import { gradesByFile, HIGHEST_GRADE } from './lint/reading-grade.ts'

/**
 * The 44 items of IPDASi v4 (Joseph-Williams 2014, PMID 23963501), in our own words and numbering. An item that only
 * people can judge is never met here: `needs-people` says who has to be asked. Where a person must also judge what
 * the machine found, `alsoJudge` says so.
 */
export type IpdasItem = {
  readonly id: string
  readonly category: 'qualifying' | 'certification' | 'certification (test)' | 'quality' | 'quality (test)'
  readonly asks: string
  /** The rule that decides, in words. */
  readonly rule: string
  readonly alsoJudge: boolean
  /** What is missing, `[]` when met; `needs-people` when no rule can decide. */
  readonly check: ((guide: Guide) => readonly string[]) | 'needs-people'
}

type Check = (guide: Guide) => readonly string[]

/** One line for each option that fails. */
function everyOption(holds: (option: TreatmentOption) => boolean, lacks: string): Check {
  return (guide) => guide.options.filter((option) => !holds(option)).map((option) => `${option.id}: ${lacks}`)
}

function field(key: keyof Guide, lacks: string): Check {
  return (guide) => (String(guide[key] ?? '').trim() === '' ? [lacks] : [])
}

const SOME_KNOWN = /\d/

/** A test fact that is stated: a text with a figure where a chance is asked, any text otherwise. */
function testFact(key: keyof TestFacts, needsNumber: boolean): Check {
  return ({ options }) =>
    options.flatMap(({ id, test }) =>
      test === undefined || (test[key].text !== '' && (!needsNumber || SOME_KNOWN.test(test[key].text)))
        ? []
        : [`${id}: the test does not state ${key}`],
    )
}

function fromLint(
  rule: (guide: Guide) => readonly { readonly file: string; readonly problem: string }[],
): Check {
  return (guide) => rule(guide).map(({ file, problem }) => `${file}: ${problem}`)
}

const people = { alsoJudge: true, check: 'needs-people' } as const

const item = (
  id: string,
  category: IpdasItem['category'],
  asks: string,
  rule: string,
  check: Check,
  alsoJudge = false,
): IpdasItem => ({ id, category, asks, rule, alsoJudge, check })

/** Chances are checked on outcomes: an option may instead say that no usable number exists. */
const chancesOrWord = (option: TreatmentOption) =>
  option.outcomes.length > 0 || option.noNumbers !== undefined

export const IPDAS_ITEMS: readonly IpdasItem[] = [
  item(
    'Q1',
    'qualifying',
    'Describes the health problem',
    'guide.yaml has a problem with sources',
    ({ problem }) =>
      problem.text !== '' && problem.sources.length > 0 ? [] : ['guide.yaml: no problem with a source'],
    true,
  ),
  item(
    'Q2',
    'qualifying',
    'Says which decision has to be made',
    'guide.yaml has a decision',
    field('decision', 'guide.yaml: no decision'),
  ),
  item(
    'Q3',
    'qualifying',
    'Sets out the options',
    'at least two options, each with a summary',
    (guide) =>
      guide.options.length < 2
        ? ['fewer than two options']
        : everyOption(({ summary }) => summary.text !== '', 'no summary')(guide),
    true,
  ),
  item(
    'Q4',
    'qualifying',
    'Gives the good points of every option',
    'every option has benefits',
    everyOption(({ benefits }) => benefits.length > 0, 'no benefits'),
  ),
  item(
    'Q5',
    'qualifying',
    'Gives the bad points of every option',
    'every option has harms and risks',
    everyOption(({ harms, risks }) => harms.length > 0 && risks.length > 0, 'no harms or no risks'),
  ),
  item(
    'Q6',
    'qualifying',
    'Says what living with the results is like',
    'the guide and every option have living-with',
    (guide) => [
      ...(guide.livingWith.text === '' ? ['guide.yaml: no living-with'] : []),
      ...everyOption(({ livingWith }) => livingWith.text !== '', 'no living-with')(guide),
    ],
    true,
  ),
  item(
    'C1',
    'certification',
    'Gives good and bad points the same detail',
    'benefits and harms have the same form and like length',
    fromLint(balance),
    true,
  ),
  item(
    'C2',
    'certification',
    'Cites the evidence',
    'benefits and harms of every option cite a source',
    (guide) => [
      ...(guide.sources.length === 0 ? ['sources.yaml: no sources'] : []),
      ...everyOption(
        (option) => new Set([...option.benefits, ...option.harms].flatMap(({ sources }) => sources)).size > 0,
        'benefits and harms cite nothing',
      )(guide),
    ],
  ),
  item(
    'C3',
    'certification',
    'Carries a date',
    'guide.yaml has a reviewed date',
    field('reviewed', 'guide.yaml: no reviewed date'),
  ),
  item(
    'C4',
    'certification',
    'States the update policy',
    'guide.yaml has update-policy and review-by',
    (guide) =>
      guide.updatePolicy !== '' && guide.reviewBy !== '' ? [] : ['guide.yaml: no update-policy or review-by'],
  ),
  item(
    'C5',
    'certification',
    'Says how uncertain the chances are',
    'every outcome has a certainty or says it was not rated',
    everyOption(
      ({ outcomes }) => outcomes.every(({ certainty }) => Boolean(certainty)),
      'an outcome without certainty',
    ),
  ),
  item(
    'C6',
    'certification',
    'States who paid for it',
    'guide.yaml has funding',
    field('funding', 'guide.yaml: no funding'),
  ),
  item(
    'C7',
    'certification (test)',
    'Says what the test measures',
    'every test has measures',
    testFact('measures', false),
  ),
  item(
    'C8',
    'certification (test)',
    'Says what follows a positive result',
    'every test has if-positive',
    testFact('ifPositive', false),
  ),
  item(
    'C9',
    'certification (test)',
    'Says what follows a negative result',
    'every test has if-negative',
    testFact('ifNegative', false),
  ),
  item(
    'C10',
    'certification (test)',
    'Says what if it finds something harmless',
    'every test has harmless-finding',
    testFact('harmlessFinding', false),
    true,
  ),
  item(
    'S1',
    'quality',
    'Describes the course if nothing is done',
    'guide.yaml has course; every option has if-nothing',
    (guide) => [
      ...(guide.course.text === '' ? ['guide.yaml: no course'] : []),
      ...everyOption(({ ifNothing }) => ifNothing.text !== '', 'no if-nothing')(guide),
    ],
  ),
  item(
    'S2',
    'quality',
    'Lets good and bad points be compared',
    'every option fills the same points of comparison',
    everyOption(
      ({ atAGlance }) => Object.values(atAGlance).every(({ text }) => text !== ''),
      'an empty point in at-a-glance',
    ),
  ),
  item(
    'S3',
    'quality',
    'Gives the chances of outcomes',
    'every option has outcomes, or says that no usable number exists',
    everyOption(chancesOrWord, 'no outcomes and no word on numbers'),
  ),
  item(
    'S4',
    'quality',
    'Names the group the chances apply to',
    'every outcome names its population',
    fromLint(numberContext),
  ),
  item('S5', 'quality', 'Gives event rates', 'some outcome is a count of 100 people', ({ options }) =>
    options.some(({ outcomes }) => outcomes.some(({ kind }) => kind === 'of-100'))
      ? []
      : ['no outcome of 100 people'],
  ),
  item(
    'S6',
    'quality',
    'Compares over the same time span',
    'every outcome of 100 people with the same name has one time span',
    sameSpans,
    true,
  ),
  item(
    'S7',
    'quality',
    'Compares on the same denominator',
    'every frequency in plain text is of 100',
    fromLint(denominator),
  ),
  item(
    'S8',
    'quality',
    'Shows chances in more than one form',
    'counts have words, numbers, both frames and an icon array',
    (guide) => [
      ...fromLint(frames)(guide),
      ...(guide.options.some(({ outcomes }) => outcomes.some(({ kind }) => kind === 'of-100'))
        ? []
        : ['no icon array']),
    ],
  ),
  item(
    'S9',
    'quality',
    'Asks what matters most to the person',
    'a question with role preference',
    ({ questions }) =>
      questions.some(({ role }) => role === 'preference')
        ? []
        : ['questions.yaml: no question about preferences'],
  ),
  item(
    'S10',
    'quality',
    'Offers a step-by-step way to decide',
    'questions and gates lead to a plan',
    ({ questions, warningSigns }) =>
      questions.length > 0 && warningSigns.length > 0 ? [] : ['no questions or no warning signs'],
  ),
  item(
    'S11',
    'quality',
    'Gives a list of questions for the visit',
    'every option has questions-to-ask',
    everyOption(({ questionsToAsk }) => questionsToAsk.length > 0, 'no questions-to-ask'),
  ),
  { id: 'S12', category: 'quality', asks: 'Patients were asked what they need', rule: 'patients', ...people },
  {
    id: 'S13',
    category: 'quality',
    asks: 'Clinicians were asked what they need',
    rule: 'clinicians',
    ...people,
  },
  {
    id: 'S14',
    category: 'quality',
    asks: 'Reviewed by patients who did not build it',
    rule: 'patients',
    ...people,
  },
  {
    id: 'S15',
    category: 'quality',
    asks: 'Reviewed by clinicians who did not build it',
    rule: 'clinicians',
    ...people,
  },
  {
    id: 'S16',
    category: 'quality',
    asks: 'Field-tested with patients',
    rule: 'patients who face the decision',
    ...people,
  },
  {
    id: 'S17',
    category: 'quality',
    asks: 'Field-tested with clinicians',
    rule: 'clinicians who advise such patients',
    ...people,
  },
  item(
    'S18',
    'quality',
    'Says how the evidence was found and chosen',
    'guide.yaml has method and not-found',
    (guide) =>
      guide.method !== '' && guide.notFound.length > 0 ? [] : ['guide.yaml: no method or no not-found'],
  ),
  item(
    'S19',
    'quality',
    'Says how good the evidence is',
    'every option has a certainty',
    everyOption(({ certainty }) => Boolean(certainty), 'no certainty'),
  ),
  item(
    'S20',
    'quality',
    "Gives the authors' qualifications",
    'guide.yaml names authors with qualifications',
    (guide) => (guide.authorQualifications === undefined ? ['guide.yaml: no author-qualifications'] : []),
    true,
  ),
  item(
    'S21',
    'quality',
    'Reports a readability level',
    `every file of plain text is at grade ${HIGHEST_GRADE} or lower`,
    (guide) =>
      gradesByFile(guide)
        .filter(({ grade }) => grade > HIGHEST_GRADE)
        .map(({ file, grade }) => `${file}: grade ${grade}`),
  ),
  {
    id: 'S22',
    category: 'quality',
    asks: 'Evidence that choices fit what matters to people',
    rule: 'a study with people',
    ...people,
  },
  {
    id: 'S23',
    category: 'quality',
    asks: 'Evidence that people know the options better',
    rule: 'a study with people',
    ...people,
  },
  item(
    'S24',
    'quality (test)',
    'Chance of a true positive',
    'every test gives the figure',
    testFact('truePositive', true),
  ),
  item(
    'S25',
    'quality (test)',
    'Chance of a true negative',
    'every test gives the figure',
    testFact('trueNegative', true),
  ),
  item(
    'S26',
    'quality (test)',
    'Chance of a false positive',
    'every test gives the figure',
    testFact('falsePositive', true),
  ),
  item(
    'S27',
    'quality (test)',
    'Chance of a false negative',
    'every test gives the figure',
    testFact('falseNegative', true),
  ),
  item(
    'S28',
    'quality (test)',
    'Chance of finding the condition with and without the test',
    'every test gives the figure',
    testFact('withAndWithout', true),
  ),
]

/** Outcomes of one name, in people of 100, that are counted over different times. */
function sameSpans({ options }: Guide): readonly string[] {
  const spans = new Map<string, Set<string>>()
  for (const outcome of options.flatMap(({ outcomes }) => outcomes)) {
    if (outcome.kind !== 'of-100') continue
    spans.set(outcome.outcome, (spans.get(outcome.outcome) ?? new Set()).add(outcome.timeSpan))
  }
  return [...spans]
    .filter(([, times]) => times.size > 1)
    .map(([name, times]) => `${name}: ${[...times].join('; ')}`)
}
