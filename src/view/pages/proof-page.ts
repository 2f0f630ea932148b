import type { Finding } from '../../core/prove/finding.ts'
import type { Proof, ProofVerdict, UniversalCheck } from '../../core/prove/prove.ts'
import { counted } from '../../text/words.ts'
import { heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Inline } from '../document/document.ts'
import { setFlags } from '../text/condition-text.ts'
import { placeWords } from '../text/labels.ts'

const CHECK_WORDS: Readonly<Record<UniversalCheck, string>> = {
  'list-never-empty': 'The list of options is never empty.',
  'no-dead-rule': 'Every rule applies to someone, and decides for someone.',
  'no-dead-indication': 'Every indication can apply to someone whose option is not out.',
  'no-unreachable-text': 'Every warning sign, limit, alert and question can come up.',
  'no-question-without-effect': 'Every question can change something.',
  'no-contradiction': 'No two rules of an option contradict each other.',
  'contraindication-never-improves': 'Adding a contraindication never improves a status.',
  'open-contraindication-never-suitable':
    'With a contraindication open, an option is never better than check-first.',
}

/** Each fault of the proof with its place and the fewest answers that show it. */
export function proofFaults({ findings }: Proof, folder: string): readonly Block[] {
  return findings.map((finding) => ({
    kind: 'callout',
    tone: 'danger',
    label: 'Fault',
    body: [`${folder}/${placeWords(finding.place)}  ${findingWords(finding)}`, ...shownBy(finding)],
  }))
}

/** The verdicts of the proof. */
export function proofBlocks({ properties, universal, findings, magnitude }: Proof): readonly Block[] {
  const holding = properties.filter((property) => property.verdict === 'holds').length
  const faults =
    findings.length === 0 ? 'Nothing wrong was found.' : `${counted(findings.length, 'fault')} found.`
  return [
    paragraph(
      `${holding} of ${counted(properties.length, 'safety property', 'safety properties')} hold for each of more than ` +
        `10^${magnitude} combinations of answers, not sure and not answered included. ${faults}`,
    ),
    ...section(
      heading(3, 'Of every guide'),
      list(
        universal.map((proved) => [
          { strong: VERDICT_WORDS[proved.verdict] },
          ` ${CHECK_WORDS[proved.check]}`,
        ]),
      ),
    ),
    ...section(
      heading(3, 'Of this guide'),
      list(
        properties.map(({ property, verdict }) => [
          { strong: VERDICT_WORDS[verdict] },
          ' ',
          { code: property.id },
          `: ${property.says}`,
        ]),
      ),
    ),
  ]
}

const VERDICT_WORDS: Readonly<Record<ProofVerdict, string>> = {
  holds: 'Holds:',
  fails: 'Does not hold:',
  undecided: 'Not decided:',
}

/** A finding in one line, without its place and answers. */
export function findingWords(finding: Finding): string {
  switch (finding.code) {
    case 'property-status':
      return `the property "${finding.property}" does not hold: ${finding.option} can be ${finding.status}`
    case 'property-outcome':
      return `the property "${finding.property}" does not hold: the outcome can be ${finding.outcome}`
    case 'property-never-applies':
      return `no answers bring the property "${finding.property}" into play, so it promises nothing`
    case 'list-empty':
      return 'the list can be empty: every option is not-relevant'
    case 'rule-never-applies':
      return `the rule "${finding.rule}" of ${finding.option} can never be true while there are options`
    case 'rule-never-decides':
      return `the rule "${finding.rule}" of ${finding.option} never decides: without it every status would be the same`
    case 'indication-never-applies':
      return `the indication "${finding.indication}" of ${finding.option} can never be true while there are options`
    case 'indication-only-when-out':
      return `the indication "${finding.indication}" of ${finding.option} is true only while ${finding.option} is out`
    case 'too-large':
      return (
        `${finding.option} could not be decided: its rules test too many questions together, most of all ` +
        `"${finding.rule}" with ${counted(finding.questions, 'question')}. ${SMALLER}${notDecided(finding.properties)}`
      )
    case 'gates-too-large':
      return `nothing could be decided: the warning signs and limits test too many questions together. ${SMALLER}`
    case 'property-too-large':
      return `the property "${finding.property}" could not be decided: it tests too many questions together. ${SMALLER}`
    case 'list-too-large':
      return (
        'it could not be decided whether the list can be empty, as every option can be not-relevant. ' +
        'Have one option, such as waiting, that always applies'
      )
    case 'warning-sign-unreachable':
      return `the warning sign "${finding.sign}" can never be shown: its condition is never true`
    case 'alert-unreachable':
      return `the alert "${finding.alert}" can never be shown: it is never true while there are options`
    case 'out-of-scope-unreachable':
      return `the limit "${finding.scope}" can never be shown: it is never true without a warning sign`
    case 'question-unreachable':
      return `the question "${finding.question}" applies to nobody: its ask-when is never true while there are options`
    case 'question-without-effect':
      return `the question "${finding.question}" is without effect: no answer to it changes anything`
    case 'rules-contradict':
      return `the rules ${pair(finding.rules)} of ${finding.option} hold for the same answers and give different statuses`
    case 'option-never-available':
      return `${finding.option} can never be chosen: together ${pair(finding.rules)} rule it out for everyone`
    case 'contraindication-outweighed':
      return `the contraindication "${finding.rule}" is true and ${finding.option} is only ${finding.status}`
    case 'contraindication-improves':
      return (
        `"${finding.adds}" of ${finding.question}, which the contraindication "${finding.rule}" names, moves ` +
        `${finding.option} from ${finding.from} up to ${finding.to}`
      )
    case 'contraindication-open':
      return `the contraindication "${finding.rule}" is open and ${finding.option} is ${finding.status}`
  }
}

const SMALLER = 'Split it into rules that name fewer questions'

function notDecided(properties: readonly string[]): string {
  return properties.length === 0
    ? ''
    : `. Not decided for it: ${properties.map((id) => `"${id}"`).join(', ')}`
}

function pair(rules: readonly string[]): string {
  return rules.map((rule) => `"${rule}"`).join(' and ')
}

function shownBy(finding: Finding): readonly (readonly Inline[])[] {
  if (!('answers' in finding)) return []
  const name = 'option' in finding ? `explain ${finding.option}` : 'plan'
  const command = ['nextline', name, ...setFlags(finding.answers)].join(' ')
  return [['The fewest answers that show it: ', { code: command }]]
}
