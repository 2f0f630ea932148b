import { type Guide, type OptionId, OUTCOMES, type PlanOutcome, type QuestionId, STATUSES } from '../model.ts'
import { type CompiledGuide, compile } from './compile.ts'
import { judgeStatuses, markAsked } from './judge.ts'

/** Counts over a register (contract section 4, nextline/summary@1). A count of 0 is left out. */
export type Counts = {
  readonly people: number
  readonly outcomes: Readonly<Record<PlanOutcome, number>>
  /** By option: people by status, and people for whom it is a next step. */
  readonly options: Readonly<Record<OptionId, OptionCounts>>
  /** By question: people for whom its answer could change the status of an option. */
  readonly open: Readonly<Record<QuestionId, number>>
}

type OptionCounts = Readonly<Partial<Record<(typeof COUNTED)[number], number>>>

/** The counts of an option, in output order. */
export const COUNTED = [...STATUSES, 'next-step'] as const

export type Counter = {
  /** Counts one person. Returns false and counts nothing when the answers are not well formed. */
  readonly add: (answers: unknown) => boolean
  readonly counts: () => Counts
}

/** Counts people in constant memory. Counters of one guide share its compiled form. */
export function createCounter(guide: Guide): Counter {
  const compiled = compile(guide)
  const { layout, sheet, options } = compiled
  const outcomes = { urgent: 0, 'out-of-scope': 0, options: 0 }
  const statuses = new Float64Array(options.length * STATUSES.length)
  const nextSteps = new Float64Array(options.length)
  const open = new Float64Array(guide.questions.length)
  const countedFor = new Int32Array(guide.questions.length)
  return {
    add: (answers) => {
      if (!layout.read(answers, sheet)) return false
      const outcome = judgeStatuses(compiled)
      outcomes[outcome] += 1
      if (outcome === 'options') countOptions(compiled, { statuses, nextSteps, open, countedFor })
      return true
    },
    counts: () => ({
      people: OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0),
      outcomes: { ...outcomes },
      options: Object.fromEntries(
        guide.options.map((option) => {
          const place = options.findIndex((compiledOption) => compiledOption.option === option)
          const ofStatus = STATUSES.map((status, index) => [
            status,
            statuses[place * STATUSES.length + index],
          ])
          const all = [...ofStatus, ['next-step', nextSteps[place]]]
          return [option.id, Object.fromEntries(all.filter(([, count]) => count !== 0))]
        }),
      ),
      open: Object.fromEntries(
        guide.questions
          .map(({ id }, index) => [id, open[index] ?? 0] as const)
          .filter(([, count]) => count !== 0),
      ),
    }),
  }
}

/** The sum of several counts. */
export function addCounts(parts: readonly Counts[]): Counts {
  const options: Record<OptionId, OptionCounts> = {}
  const open: Record<QuestionId, number> = {}
  const outcomes = { options: 0, urgent: 0, 'out-of-scope': 0 }
  for (const part of parts) {
    for (const outcome of OUTCOMES) outcomes[outcome] += part.outcomes[outcome]
    for (const [question, count] of Object.entries(part.open)) open[question] = (open[question] ?? 0) + count
    for (const [option, counts] of Object.entries(part.options)) {
      options[option] = sumOf(options[option] ?? {}, counts)
    }
  }
  return { people: parts.reduce((sum, { people }) => sum + people, 0), outcomes, options, open }
}

function sumOf(a: OptionCounts, b: OptionCounts): OptionCounts {
  const sums = COUNTED.map((status) => [status, (a[status] ?? 0) + (b[status] ?? 0)] as const)
  return Object.fromEntries(sums.filter(([, count]) => count > 0))
}

type CountTables = {
  readonly statuses: Float64Array
  readonly nextSteps: Float64Array
  readonly open: Float64Array
  /** By question: the last person it was counted for, so that each person counts once. */
  readonly countedFor: Int32Array
}

function countOptions(compiled: CompiledGuide, { statuses, nextSteps, open, countedFor }: CountTables): void {
  const { options, sheet, verdict } = compiled
  for (let index = 0; index < options.length; index += 1) {
    const slot = index * STATUSES.length + (verdict.severities[index] as number)
    statuses[slot] = (statuses[slot] as number) + 1
    nextSteps[index] = (nextSteps[index] as number) + (verdict.nextSteps[index] as number)
    if (!markAsked(compiled, index)) continue
    for (const question of options[index]?.questions ?? []) {
      if (sheet.marked[question] !== sheet.mark || countedFor[question] === sheet.person) continue
      countedFor[question] = sheet.person
      open[question] = (open[question] as number) + 1
    }
  }
}
