import { givenValues, isOpen } from '../../src/core/engine/condition.ts'
import { plan } from '../../src/core/engine/plan.ts'
import { openStatus, severity } from '../../src/core/engine/status.ts'
import type { Answers, Guide, Plan, Question, Rule, TreatmentOption } from '../../src/core/model.ts'
import { NONE } from '../../src/core/model.ts'
import { everyAnswers } from './answer-sets.ts'
import { evaluate } from './evaluate.ts'

/** Faults by a short name, with the least number of answers that show each (0 where no answers belong to it). */
export type Faults = ReadonlyMap<string, number>

type Row = { readonly answers: Answers; readonly plan: Plan; readonly size: number }

/**
 * The checks of the prover, by trying all answers with plan() and evaluate(). It shares no code with the diagrams.
 * @param sets the answers to try
 */
export function bruteFaults(guide: Guide, sets = everyAnswers(guide.questions)): Faults {
  const rows = sets.map(
    (answers): Row => ({ answers, plan: plan(guide, answers), size: Object.keys(answers).length }),
  )
  const faults = new Map<string, number>()
  const add = (name: string, size = 0) =>
    faults.set(name, Math.min(size, faults.get(name) ?? Number.POSITIVE_INFINITY))
  const judge = judgeRows(guide, rows)
  propertyFaults(guide, rows, judge, add)
  for (const option of guide.options) {
    ruleFaults(guide, option, judge, add)
    indicationFaults(option, judge, add)
    contraindicationFaults(guide, option, judge, add)
  }
  reachFaults(guide, rows, judge, add)
  return faults
}

type Judge = ReturnType<typeof judgeRows>
type Add = (name: string, size?: number) => void

function judgeRows(guide: Guide, rows: readonly Row[]) {
  const truth = (when: Rule['when'], { answers }: Row) => evaluate(when, answers, guide.questions)
  const listed = rows.filter(({ plan: { outcome } }) => outcome === 'options')
  const status = (option: string, { plan: { options } }: Row) =>
    severity(options.find((planned) => planned.option.id === option)?.status ?? 'suitable')
  return { truth, listed, status }
}

function propertyFaults(
  guide: Guide,
  rows: readonly Row[],
  { truth, listed, status }: Judge,
  add: Add,
): void {
  for (const property of guide.properties) {
    if (property.kind === 'text') continue
    const bound = (property.kind === 'status' ? listed : rows).filter(
      (row) =>
        truth(property.when, row) === true &&
        !(
          property.kind === 'status' &&
          property.unless !== undefined &&
          truth(property.unless, row) === true
        ),
    )
    if (bound.length === 0) add(`property-never-applies ${property.id}`)
    for (const row of bound) {
      if (property.kind === 'outcome') {
        if (row.plan.outcome !== property.outcome) add(`property-outcome ${property.id}`, row.size)
        continue
      }
      for (const option of property.options) {
        if (property.only.every((allowed) => severity(allowed) !== status(option, row)))
          add(`property-status ${property.id} ${option}`, row.size)
      }
    }
  }
}

function ruleFaults(guide: Guide, option: TreatmentOption, { truth, listed, status }: Judge, add: Add): void {
  const vectors = option.rules.map((rule) => listed.map((row) => truth(rule.when, row)))
  for (const [index, rule] of option.rules.entries()) {
    const truths = vectors[index] ?? []
    if (!truths.includes(true)) {
      add(`rule-never-applies ${option.id} ${rule.id}`)
      continue
    }
    const without = {
      ...guide,
      options: [{ ...option, rules: option.rules.filter((other) => other !== rule) }],
    }
    const decides = listed.some(
      (row) =>
        severity(plan(without, row.answers).options[0]?.status ?? 'suitable') !== status(option.id, row),
    )
    if (rule.kind !== 'note' && !decides) add(`rule-never-decides ${option.id} ${rule.id}`)
    const twin = vectors.findIndex((other) => other.join() === truths.join())
    const first = option.rules[twin]
    if (first !== undefined && first.status !== rule.status)
      add(`rules-contradict ${option.id} ${first.id} ${rule.id}`)
  }
  const severe = vectors.filter(
    (_, index) => severity(option.rules[index]?.status ?? 'suitable') >= severity('avoid'),
  )
  const covered = listed.every((_, row) => severe.some((vector) => vector[row] !== false))
  if (severe.length > 0 && covered && severe.every((vector) => vector.includes(false)))
    add(`option-never-available ${option.id}`)
}

function indicationFaults(option: TreatmentOption, { truth, listed, status }: Judge, add: Add): void {
  for (const { id, when } of option.indications ?? []) {
    const applies = listed.filter((row) => truth(when, row) === true)
    if (applies.length === 0) add(`indication-never-applies ${option.id} ${id}`)
    else if (applies.every((row) => status(option.id, row) >= severity('not-now')))
      add(`indication-only-when-out ${option.id} ${id}`)
  }
}

function contraindicationFaults(guide: Guide, option: TreatmentOption, judge: Judge, add: Add): void {
  const { truth, listed, status } = judge
  const rules = option.rules.filter(({ kind }) => kind === 'contraindication')
  for (const rule of rules) {
    for (const row of listed) {
      const applies = truth(rule.when, row)
      if (applies === true && status(option.id, row) < severity(rule.status))
        add(`contraindication-outweighed ${option.id} ${rule.id}`, row.size)
      if (applies === 'unknown' && status(option.id, row) < severity(openStatus(rule)))
        add(`contraindication-open ${option.id} ${rule.id}`, row.size)
    }
  }
  const gates = [...guide.warningSigns, ...guide.outOfScope]
  const settled = listed.filter(
    (row) =>
      [...gates, ...option.rules].every(({ when }) => truth(when, row) !== 'unknown') &&
      status(option.id, row) < severity('not-relevant'),
  )
  const only = { ...guide, options: [option] }
  for (const question of guide.questions)
    improvementFaults({ guide: only, option, judge, add }, question, settled)
}

type Scene = {
  /** With this option alone. */
  readonly guide: Guide
  readonly option: TreatmentOption
  readonly judge: Judge
  readonly add: Add
}

function improvementFaults(
  { guide, option, judge, add }: Scene,
  question: Question,
  settled: readonly Row[],
): void {
  const named = namedAnswers(option, question)
  for (const row of settled) {
    const given = givenValues(row.answers, question.id)
    if (isOpen(row.answers, question.id)) continue
    for (const value of named) {
      if (question.type === 'one' ? given.some((answer) => named.has(answer)) : given.includes(value))
        continue
      const answer = question.type === 'one' ? value : [...given.filter((answer) => answer !== NONE), value]
      const after = plan(guide, { ...row.answers, [question.id]: answer }).options[0]
      if (after !== undefined && severity(after.status) < judge.status(option.id, row))
        add(`contraindication-improves ${option.id} ${question.id} ${value}`, row.size)
    }
  }
}

function namedAnswers(option: TreatmentOption, question: Question): ReadonlySet<string> {
  const named = new Set<string>()
  const read = (condition: Rule['when'], positive: boolean): void => {
    if (condition.kind === 'not') read(condition.of, !positive)
    if (condition.kind === 'all' || condition.kind === 'any')
      for (const part of condition.of) read(part, positive)
    if (condition.kind === 'is' && condition.question === question.id && positive)
      for (const value of condition.values) if (question.type === 'one' || value !== NONE) named.add(value)
  }
  for (const rule of option.rules) if (rule.kind === 'contraindication') read(rule.when, true)
  return named
}

function reachFaults(guide: Guide, rows: readonly Row[], { truth, listed }: Judge, add: Add): void {
  for (const row of listed)
    if (row.plan.options.every(({ status }) => status === 'not-relevant')) add('list-empty', row.size)
  for (const { id } of guide.warningSigns)
    if (!rows.some((row) => row.plan.urgent.some(({ sign }) => sign.id === id)))
      add(`warning-sign-unreachable ${id}`)
  for (const { id } of guide.outOfScope)
    if (!rows.some((row) => row.plan.outOfScope.some(({ gate }) => gate.id === id)))
      add(`out-of-scope-unreachable ${id}`)
  for (const { id, askWhen } of guide.questions) {
    if (askWhen !== undefined && !listed.some((row) => truth(askWhen, row) === true))
      add(`question-unreachable ${id}`)
    if (!hasEffect(id, rows)) add(`question-without-effect ${id}`)
  }
}

/** Whether two sets of answers that differ in this question alone lead to something else. */
function hasEffect(id: string, rows: readonly Row[]): boolean {
  const seen = new Map<string, string>()
  return rows.some(({ answers, plan: { outcome, options } }) => {
    const others = JSON.stringify({ ...answers, [id]: undefined })
    const end = [
      outcome,
      ...options
        .map(({ option, status, fits, meets, conflicts }) =>
          [
            option.id,
            status,
            ...fits.map(({ indication }) => indication.id),
            '/',
            ...meets,
            '/',
            ...conflicts,
          ].join(),
        )
        .sort(),
    ].join(' ')
    const before = seen.get(others)
    seen.set(others, before ?? end)
    return before !== undefined && before !== end
  })
}
