import {
  allOf,
  countsPeople,
  everyOption,
  filledField,
  fromLint,
  fromTextRule,
  guideHas,
  type IpdasCheck,
  sameSpans,
  testFact,
  testFigure,
} from './ipdas-checks.ts'
import { balance } from './lint/balance.ts'
import { denominator } from './lint/denominator.ts'
import { frames } from './lint/frames.ts'
import { numberContext } from './lint/number-context.ts'
import { gradesByFile, HIGHEST_GRADE } from './lint/reading-grade.ts'

/** The 44 items of IPDASi v4 (Joseph-Williams 2014, PMID 23963501), in our own words and numbering. */
export type IpdasItem = {
  readonly id: string
  readonly category: 'qualifying' | 'certification' | 'certification (test)' | 'quality' | 'quality (test)'
  readonly asks: string
  /** The rule in words; for `needs-people`, whom to ask. */
  readonly rule: string
  readonly alsoJudge: boolean
  /** `needs-people`: only people can judge it, so it is never met here. */
  readonly check: IpdasCheck | 'needs-people'
}

type UncategorizedItem = Omit<IpdasItem, 'category'>

function ofCategory(
  category: IpdasItem['category'],
  items: readonly UncategorizedItem[],
): readonly IpdasItem[] {
  return items.map(({ id, ...rest }) => ({ id, category, ...rest }))
}

function item(id: string, asks: string, rule: string, check: IpdasCheck): UncategorizedItem {
  return { id, asks, rule, alsoJudge: false, check }
}

/** An item whose result a person must also judge. */
function judgedItem(id: string, asks: string, rule: string, check: IpdasCheck): UncategorizedItem {
  return { ...item(id, asks, rule, check), alsoJudge: true }
}

function peopleItem(id: string, asks: string, rule: string): UncategorizedItem {
  return { id, asks, rule, alsoJudge: true, check: 'needs-people' }
}

export const IPDAS_ITEMS: readonly IpdasItem[] = [
  ...ofCategory('qualifying', [
    judgedItem(
      'Q1',
      'Describes the health problem',
      'guide.yaml has a problem with sources',
      guideHas(
        ({ problem }) => problem.text !== '' && problem.sources.length > 0,
        'guide.yaml: no problem with a source',
      ),
    ),
    item(
      'Q2',
      'Says which decision has to be made',
      'guide.yaml has a decision',
      filledField('decision', 'guide.yaml: no decision'),
    ),
    judgedItem(
      'Q3',
      'Sets out the options',
      'at least two options, each with a summary',
      allOf(
        guideHas(({ options }) => options.length >= 2, 'fewer than two options'),
        everyOption(({ summary }) => summary.text !== '', 'no summary'),
      ),
    ),
    item(
      'Q4',
      'Gives the good points of every option',
      'every option has benefits',
      everyOption(({ benefits }) => benefits.length > 0, 'no benefits'),
    ),
    item(
      'Q5',
      'Gives the bad points of every option',
      'every option has harms and risks',
      everyOption(({ harms, risks }) => harms.length > 0 && risks.length > 0, 'no harms or no risks'),
    ),
    judgedItem(
      'Q6',
      'Says what living with the results is like',
      'the guide and every option have living-with',
      allOf(
        guideHas(({ livingWith }) => livingWith.text !== '', 'guide.yaml: no living-with'),
        everyOption(({ livingWith }) => livingWith.text !== '', 'no living-with'),
      ),
    ),
  ]),
  ...ofCategory('certification', [
    judgedItem(
      'C1',
      'Gives good and bad points the same detail',
      'benefits and harms have the same form and like length',
      fromLint(balance),
    ),
    item(
      'C2',
      'Cites the evidence',
      'benefits and harms of every option cite a source',
      allOf(
        guideHas(({ sources }) => sources.length > 0, 'sources.yaml: no sources'),
        everyOption(
          ({ benefits, harms }) => [...benefits, ...harms].some(({ sources }) => sources.length > 0),
          'benefits and harms cite nothing',
        ),
      ),
    ),
    item(
      'C3',
      'Carries a date',
      'guide.yaml has a reviewed date',
      filledField('reviewed', 'guide.yaml: no reviewed date'),
    ),
    item(
      'C4',
      'States the update policy',
      'guide.yaml has update-policy and review-by',
      guideHas(
        ({ updatePolicy, reviewBy }) => updatePolicy !== '' && reviewBy !== '',
        'guide.yaml: no update-policy or review-by',
      ),
    ),
    item(
      'C5',
      'Says how uncertain the chances are',
      'every outcome has a certainty or says it was not rated',
      everyOption(
        ({ outcomes }) => outcomes.every(({ certainty }) => Boolean(certainty)),
        'an outcome without certainty',
      ),
    ),
    item(
      'C6',
      'States who paid for it',
      'guide.yaml has funding',
      filledField('funding', 'guide.yaml: no funding'),
    ),
  ]),
  ...ofCategory('certification (test)', [
    item('C7', 'Says what the test measures', 'every test has measures', testFact('measures')),
    item('C8', 'Says what follows a positive result', 'every test has if-positive', testFact('ifPositive')),
    item('C9', 'Says what follows a negative result', 'every test has if-negative', testFact('ifNegative')),
    judgedItem(
      'C10',
      'Says what if it finds something harmless',
      'every test has harmless-finding',
      testFact('harmlessFinding'),
    ),
  ]),
  ...ofCategory('quality', [
    item(
      'S1',
      'Describes the course if nothing is done',
      'guide.yaml has course; every option has if-nothing',
      allOf(
        guideHas(({ course }) => course.text !== '', 'guide.yaml: no course'),
        everyOption(({ ifNothing }) => ifNothing.text !== '', 'no if-nothing'),
      ),
    ),
    item(
      'S2',
      'Lets good and bad points be compared',
      'every option fills the same points of comparison',
      everyOption(
        ({ atAGlance }) => Object.values(atAGlance).every(({ text }) => text !== ''),
        'an empty point in at-a-glance',
      ),
    ),
    item(
      'S3',
      'Gives the chances of outcomes',
      'every option has outcomes, or says that no usable number exists',
      everyOption(
        ({ outcomes, noNumbers }) => outcomes.length > 0 || noNumbers !== undefined,
        'no outcomes and no word on numbers',
      ),
    ),
    item(
      'S4',
      'Names the group the chances apply to',
      'every outcome names its population',
      fromLint(numberContext),
    ),
    item(
      'S5',
      'Gives event rates',
      'some outcome is a count of 100 people',
      guideHas(countsPeople, 'no outcome of 100 people'),
    ),
    judgedItem(
      'S6',
      'Compares over the same time span',
      'every outcome of 100 people with the same name has one time span',
      sameSpans,
    ),
    item(
      'S7',
      'Compares on the same denominator',
      'every frequency in plain text is of 100',
      fromTextRule(denominator),
    ),
    item(
      'S8',
      'Shows chances in more than one form',
      'counts have words, numbers, both frames and an icon array',
      allOf(fromTextRule(frames), guideHas(countsPeople, 'no icon array')),
    ),
    item(
      'S9',
      'Asks what matters most to the person',
      'a question with role preference',
      guideHas(
        ({ questions }) => questions.some(({ role }) => role === 'preference'),
        'questions.yaml: no question about preferences',
      ),
    ),
    item(
      'S10',
      'Offers a step-by-step way to decide',
      'questions and gates lead to a plan',
      guideHas(
        ({ questions, warningSigns }) => questions.length > 0 && warningSigns.length > 0,
        'no questions or no warning signs',
      ),
    ),
    item(
      'S11',
      'Gives a list of questions for the visit',
      'every option has questions-to-ask',
      everyOption(({ questionsToAsk }) => questionsToAsk.length > 0, 'no questions-to-ask'),
    ),
    peopleItem('S12', 'Patients were asked what they need', 'patients'),
    peopleItem('S13', 'Clinicians were asked what they need', 'clinicians'),
    peopleItem('S14', 'Reviewed by patients who did not build it', 'patients'),
    peopleItem('S15', 'Reviewed by clinicians who did not build it', 'clinicians'),
    peopleItem('S16', 'Field-tested with patients', 'patients who face the decision'),
    peopleItem('S17', 'Field-tested with clinicians', 'clinicians who advise such patients'),
    item(
      'S18',
      'Says how the evidence was found and chosen',
      'guide.yaml has method and not-found',
      guideHas(
        ({ method, notFound }) => method !== '' && notFound.length > 0,
        'guide.yaml: no method or no not-found',
      ),
    ),
    item(
      'S19',
      'Says how good the evidence is',
      'every option has a certainty',
      everyOption(({ certainty }) => Boolean(certainty), 'no certainty'),
    ),
    judgedItem(
      'S20',
      "Gives the authors' qualifications",
      'guide.yaml names authors with qualifications',
      guideHas(
        ({ authorQualifications }) => authorQualifications !== undefined,
        'guide.yaml: no author-qualifications',
      ),
    ),
    item(
      'S21',
      'Reports a readability level',
      `every file of plain text is at grade ${HIGHEST_GRADE} or lower`,
      (guide) =>
        gradesByFile(guide)
          .filter(({ grade }) => grade > HIGHEST_GRADE)
          .map(({ file, grade }) => `${file}: grade ${grade}`),
    ),
    peopleItem('S22', 'Evidence that choices fit what matters to people', 'a study with people'),
    peopleItem('S23', 'Evidence that people know the options better', 'a study with people'),
  ]),
  ...ofCategory('quality (test)', [
    item('S24', 'Chance of a true positive', 'every test gives the figure', testFigure('truePositive')),
    item('S25', 'Chance of a true negative', 'every test gives the figure', testFigure('trueNegative')),
    item('S26', 'Chance of a false positive', 'every test gives the figure', testFigure('falsePositive')),
    item('S27', 'Chance of a false negative', 'every test gives the figure', testFigure('falseNegative')),
    item(
      'S28',
      'Chance of finding the condition with and without the test',
      'every test gives the figure',
      testFigure('withAndWithout'),
    ),
  ]),
]
