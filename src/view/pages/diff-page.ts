import { severity } from '../../core/engine/status.ts'
import type { Answers, Guide, QuestionId, Status } from '../../core/model.ts'
import type { GuideDiff } from '../../core/prove/diff.ts'
import { counted, firstNames, withCommas } from '../../text/words.ts'
import { heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Document, Inline, Text } from '../document/document.ts'
import { setFlags } from '../text/condition-text.ts'
import { placeWords } from '../text/labels.ts'
import { textBlocks } from './diff-texts.ts'

type GuideComparison = {
  /** The names of the two guides, as they were typed. */
  readonly names: readonly [string, string]
  readonly before: Guide
  readonly after: Guide
  readonly difference: GuideDiff
  /** Show every text that changed, however many there are. */
  readonly full: boolean
}

/** True when nothing differs and everything was compared. */
export function isUnchanged({ undecided, ...difference }: GuideDiff): boolean {
  return [undecided, ...Object.values(difference)].every((pieces) => pieces.length === 0)
}

/** Differences for people between two guides: statuses, added and removed pieces, then texts. */
export function diffPage(comparison: GuideComparison): Document {
  const { names, difference } = comparison
  const title = `What changes for people from ${names[0]} to ${names[1]}`
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph({
        strong: isUnchanged(difference)
          ? 'The same: nothing differs for people.'
          : differenceSummary(difference),
      }),
      ...section(heading(2, 'Not compared'), undecidedBlocks(difference)),
      ...section(
        heading(2, 'Who gets a list'),
        list([...difference.outcomes.map(outcomeText), ...gateTexts(difference)]),
      ),
      ...section(heading(2, 'Statuses'), statusBlocks(comparison)),
      ...section(heading(2, 'Added and removed'), list(pieceTexts(comparison))),
      ...section(heading(2, 'Rules and indications'), list(ruleTexts(difference))),
      ...textBlocks(difference.texts, comparison.full),
    ],
  }
}

function differenceSummary({ statuses, texts, rules, indications }: GuideDiff): string {
  const shifts = statuses.flatMap((status) => status.shifts)
  const milder = statuses.filter((status) => status.shifts.some(isMilder)).length
  const moved =
    shifts.length === 0
      ? 'No status changes'
      : `${counted(statuses.length, 'option')} of both guides ${statuses.length === 1 ? 'changes' : 'change'} status for some answers, ${milder} of them to a milder one`
  const pieces = counted(rules.length + indications.length, 'rule or indication', 'rules and indications')
  return `${moved}. ${pieces} and ${counted(texts.length, 'text or number', 'texts and numbers')} differ.`
}

const isMilder = ({ from, to }: { readonly from: Status; readonly to: Status }) =>
  severity(to) < severity(from)

function undecidedBlocks({ undecided }: GuideDiff): readonly Block[] {
  if (undecided.length === 0) return []
  return [paragraph(`Too many questions are tested together to compare: ${undecided.join(', ')}.`)]
}

/** The combinations of answers that show a change. */
type Share = {
  readonly answers: Answers
  readonly questions: readonly QuestionId[]
  readonly combinations: number
  readonly of: number
}

function outcomeText({ from, to, ...share }: GuideDiff['outcomes'][number]): Text {
  return [{ strong: `${from}, now ${to}` }, ...shareText(share)]
}

function gateTexts({ gates }: GuideDiff): readonly Text[] {
  return gates.map(({ gate, how, place }) => [{ code: gate }, `: ${how}, ${placeWords(place)}`])
}

function statusBlocks({ after, difference }: GuideComparison): readonly Block[] {
  return difference.statuses.flatMap(({ option, shifts }) => [
    heading(3, `${after.options.find(({ id }) => id === option)?.title ?? option} (${option})`),
    ...list(
      shifts.map(
        (shift): Text => [
          { mark: isMilder(shift) ? 'care' : 'no' },
          ' ',
          { strong: `${shift.from}, now ${shift.to}` },
          isMilder(shift) ? ' (milder)' : '',
          ...shareText(shift),
          ...rulesText(shift.rules),
        ],
      ),
    ),
  ])
}

/** Questions beyond these are counted. */
const QUESTIONS_NAMED = 6

/** The share of combinations, and the fewest answers that show it. */
function shareText({ answers, questions, combinations, of }: Share): readonly Inline[] {
  const names = firstNames(questions, QUESTIONS_NAMED)
  const set = setFlags(answers)
  const example: readonly Inline[] =
    set.length === 0 ? ['with no answer at all'] : ['as with ', { code: set.join(' ') }]
  const share =
    questions.length === 0
      ? 'always'
      : `${withCommas(combinations)} of ${withCommas(of)} combinations of ${names}`
  return [`: ${share}; `, ...example, '.']
}

function rulesText(rules: GuideDiff['statuses'][number]['shifts'][number]['rules']): readonly Inline[] {
  if (rules.length === 0) return []
  const words = rules.map(({ guide, rule, place, how }) => ({
    rule,
    where: `${how === 'same' ? guide : how}, ${placeWords(place)}`,
  }))
  const unique = words.filter(
    ({ rule, where }, index) =>
      index === words.findIndex((other) => other.rule === rule && other.where === where),
  )
  const parts = unique.flatMap(({ rule, where }, index): readonly Inline[] => [
    index === 0 ? ' ' : '; ',
    { code: rule },
    ` (${where})`,
  ])
  return [' Decided by', ...parts, '.']
}

function pieceTexts({ before, after, difference }: GuideComparison): readonly Text[] {
  const { addedOptions, removedOptions, addedQuestions, removedQuestions, answers } = difference
  const option = (guide: Guide, id: string) =>
    guide.options.find((candidate) => candidate.id === id)?.title ?? id
  const question = (guide: Guide, id: string) =>
    guide.questions.find((candidate) => candidate.id === id)?.label ?? id
  const pieces = (kind: string, ids: readonly string[], label: (id: string) => string, how: string) =>
    ids.map((id): Text => [`${kind} ${how}: ${label(id)} (`, { code: id }, ')'])
  return [
    ...pieces('Option', addedOptions, (id) => option(after, id), 'added'),
    ...pieces('Option', removedOptions, (id) => option(before, id), 'removed'),
    ...pieces('Question', addedQuestions, (id) => question(after, id), 'added'),
    ...pieces('Question', removedQuestions, (id) => question(before, id), 'removed'),
    ...answers.flatMap(({ question: id, added, removed }) => [
      ...pieces(`Answer to ${question(after, id)}`, added, (id) => id, 'added'),
      ...pieces(`Answer to ${question(after, id)}`, removed, (id) => id, 'removed'),
    ]),
  ]
}

function ruleTexts({ rules, indications }: GuideDiff): readonly Text[] {
  return [
    ...rules.map(({ option, rule, how, place }) => ({ name: `${option} ${rule}`, kind: 'rule', how, place })),
    ...indications.map(({ option, indication, how, place }) => {
      return { name: `${option} ${indication}`, kind: 'indication', how, place }
    }),
  ].map(({ name, kind, how, place }): Text => [{ code: name }, `: ${kind} ${how}, ${placeWords(place)}`])
}
