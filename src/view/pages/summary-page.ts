import type { Counts } from '../../core/engine/summary.ts'
import type { Guide, OptionId, PlanOutcome, QuestionId, Status } from '../../core/model.ts'
import { UNSURE } from '../../core/model.ts'
import type { RegisterSummary, SummaryGroup } from '../../core/register-summary.ts'
import { counted, withCommas } from '../../text/words.ts'
import { facts, heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { shortTitle } from '../text/short-names.ts'

/** Names of options, questions and answers; ids without a guide. */
type Names = {
  readonly option: (id: OptionId) => string
  readonly question: (id: QuestionId) => string
  readonly answer: (question: QuestionId, answer: string) => string
}

/** Counts over a register: outcomes, statuses by option, and open questions. */
export function summaryPage(guide: Guide | undefined, summary: RegisterSummary, width: number): Document {
  const names = namesOf(guide)
  const title = 'Summary of a register'
  const { groups = [], people, errors } = summary
  const ofGroups = groups.flatMap((group) => [
    heading(2, groupName(group, names)),
    ...countBlocks(group, names, width),
  ])
  const bad = errors === 0 ? '' : `, ${withCommas(errors)} of them bad`
  return {
    title,
    layout: 'screen',
    blocks: [
      heading(1, title, { aside: `${summary.guide.id} ${summary.guide.version}` }),
      paragraph(`${withCommas(people)} ${people === 1 ? 'line' : 'lines'}${bad}.`),
      ...groupTable(groups, names),
      ...section(heading(2, 'Everyone'), countBlocks(summary, names, width)),
      ...ofGroups,
    ],
  }
}

const OUTCOME_NAME: Readonly<Record<PlanOutcome, string>> = {
  options: 'With options',
  urgent: 'Care first (warning sign)',
  'out-of-scope': 'Not covered by the guide',
}

function countBlocks(counts: Counts, names: Names, width: number): readonly Block[] {
  const { outcomes } = counts
  const all = outcomes.options + outcomes.urgent + outcomes['out-of-scope']
  const rows = (['options', 'urgent', 'out-of-scope'] as const).map((outcome) => ({
    label: OUTCOME_NAME[outcome],
    value: `${withCommas(outcomes[outcome])} (${percent(outcomes[outcome], all)})`,
  }))
  return [...facts(rows), ...statusTable(counts, names, width), ...openBlocks(counts, names, width)]
}

const COLUMNS: readonly { readonly key: Status | 'next-step'; readonly head: string }[] = [
  { key: 'next-step', head: 'Next' },
  { key: 'suitable', head: 'Suitable' },
  { key: 'caution', head: 'Caution' },
  { key: 'check-first', head: 'Check' },
  { key: 'not-now', head: 'Not now' },
  { key: 'avoid', head: 'Avoid' },
]

/** A table of counts if it fits, else of percentages, else a list. */
function statusTable({ options, outcomes }: Counts, names: Names, width: number): readonly Block[] {
  const all = outcomes.options
  if (all === 0) return []
  const head = ['Option', ...COLUMNS.map((column) => column.head)]
  const rowsOf = (cell: (count: number) => string) =>
    Object.entries(options).map(([id, counts]) => [
      names.option(id),
      ...COLUMNS.map(({ key }) => (counts[key] === undefined ? '' : cell(counts[key]))),
    ])
  const exact = rowsOf(withCommas)
  const shares = rowsOf((count) => percent(count, all))
  const note = `Of ${counted(all, 'person', 'people').replace(String(all), withCommas(all))} with options.`
  const legend =
    'Next: a next step, whatever its status. Check: find out or do something first. Not relevant: left out.'
  const intro = paragraph(`${note} ${legend}`)
  const rows = [exact, shares].find((candidate) => fits([head, ...candidate], width))
  if (rows !== undefined) return [intro, { kind: 'table', head, rows, numbers: true }]
  const items = shares.map(([name = '', ...cells]) => {
    const parts = cells.flatMap((cell, index) =>
      cell === '' ? [] : [`${COLUMNS[index]?.head.toLowerCase()} ${cell}`],
    )
    return `${name}: ${parts.join(', ') || 'for nobody'}`
  })
  return [intro, ...list(items)]
}

const GAP = 2

function fits(rows: readonly (readonly string[])[], width: number): boolean {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return widths.reduce((sum, column) => sum + column + GAP, -GAP) <= width
}

/** Open questions, the most frequent first. */
function openBlocks({ open, outcomes }: Counts, names: Names, width: number): readonly Block[] {
  const asked = Object.entries(open)
  if (asked.length === 0) return []
  const head = ['Question left open', 'People', 'Of 100']
  const rows = asked.map(([id, count]) => [
    names.question(id),
    withCommas(count),
    percent(count, outcomes.options),
  ])
  if (fits([head, ...rows], width)) return [{ kind: 'table', head, rows, numbers: true }]
  return [
    paragraph('Questions left open, and for how many people:'),
    ...list(rows.map(([name, people, share]) => `${name}: ${people} (${share})`)),
  ]
}

/** People and outcomes by group. */
function groupTable(groups: readonly SummaryGroup[], names: Names): readonly Block[] {
  if (groups.length === 0) return []
  const rows = groups.map((group) => [
    groupName(group, names),
    withCommas(group.people),
    withCommas(group.outcomes.options),
    withCommas(group.outcomes.urgent),
    withCommas(group.outcomes['out-of-scope']),
  ])
  const head = ['Group', 'People', 'Options', 'Care first', 'Not covered']
  return [{ kind: 'table', head, rows, numbers: true }]
}

function groupName({ where }: SummaryGroup, names: Names): string {
  return Object.entries(where)
    .map(
      ([question, answer]) =>
        `${names.question(question)}: ${answer === null ? 'not answered' : names.answer(question, answer)}`,
    )
    .join(', ')
}

function namesOf(guide: Guide | undefined): Names {
  const options = new Map(guide?.options.map((option) => [option.id, shortTitle(option)]))
  const questions = new Map(guide?.questions.map((question) => [question.id, question]))
  return {
    option: (id) => options.get(id) ?? id,
    question: (id) => questions.get(id)?.shortLabel ?? questions.get(id)?.label ?? id,
    answer: (question, answer) => {
      if (answer === UNSURE) return 'not sure'
      const choice = questions.get(question)?.answers.find(({ id }) => id === answer)
      return choice?.label ?? answer
    },
  }
}

/** A whole percentage; 0% and 100% are exact. */
function percent(count: number, all: number): string {
  if (all === 0 || count === 0) return '0%'
  const share = Math.round((100 * count) / all)
  if (share === 0) return '<1%'
  return share === 100 && count < all ? '>99%' : `${share}%`
}
