import type { Condition, Guide, Rule, TreatmentOption } from '../../src/core/model.ts'
import { STATUSES } from '../../src/core/model.ts'
import { judgeAll, NO_OPTIONS } from '../../src/core/prove/diagram-guide.ts'
import type { Finding } from '../../src/core/prove/finding.ts'
import { prove } from '../../src/core/prove/prove.ts'

/** One fault put into one rule: it is left out, means the opposite, or gives another status. */
type Mutation = 'dropped' | 'negated' | { readonly status: Rule['status'] }

/**
 * What becomes of a fault. `property`: one of the guide's own properties fails. `check`: one that holds for every
 * guide does. `equivalent`: every status is as before, for all answers. `survives`: nothing notices.
 */
export type Fate = 'property' | 'check' | 'equivalent' | 'survives'

export type Mutant = {
  readonly option: string
  readonly rule: Rule
  readonly mutation: Mutation
  readonly fate: Fate
  /** Somewhere the option is less restricted than before, so that the fault could harm. */
  readonly weaker: boolean
}

/** Every rule of every option with every fault, one at a time, and what becomes of it. A note decides nothing. */
export function mutate(guide: Guide): readonly Mutant[] {
  return guide.options.flatMap((option) => mutateOption(guide, option))
}

/** The same for warning signs and the guide's limits: each left out, and each turned around. */
export function mutateGates(guide: Guide): readonly { readonly gate: string; readonly fate: Fate }[] {
  const [option] = guide.options as readonly [TreatmentOption]
  const narrow = { ...guide, options: [option] }
  const before = new Set(prove(narrow).findings.map(nameOf))
  const faults = (['warningSigns', 'outOfScope'] as const).flatMap((kind) =>
    guide[kind].flatMap(({ id, when }) => {
      const others = guide[kind].filter((gate) => gate.id !== id)
      const turned = guide[kind].map((gate) => (gate.id === id ? { ...gate, when: opposite(when) } : gate))
      return [others, turned].map((gates) => ({ gate: id, guide: { ...narrow, [kind]: gates } }))
    }),
  )
  return faults.map(({ gate, guide: faulty }) => ({
    gate,
    fate: fateOf(prove(faulty).findings.filter((finding) => !before.has(nameOf(finding)))),
  }))
}

/** How many met each fate. */
export function countFates(mutants: readonly { readonly fate: Fate }[]): Readonly<Record<Fate, number>> {
  const count = (fate: Fate) => mutants.filter((mutant) => mutant.fate === fate).length
  return {
    property: count('property'),
    check: count('check'),
    equivalent: count('equivalent'),
    survives: count('survives'),
  }
}

function mutateOption(guide: Guide, option: TreatmentOption): readonly Mutant[] {
  const { diagrams, statusOf } = judgeAll(guide)
  const before = new Set(findingsOn(guide, option).map(nameOf))
  const status = statusOf(option.rules)
  const lower = diagrams.binary((was, is) => (was !== NO_OPTIONS && is < was ? 1 : 0))
  const decisive = option.rules.filter(({ kind }) => kind !== 'note')
  return decisive.flatMap((rule) =>
    mutationsOf(rule).map((mutation): Mutant => {
      const rules = option.rules.flatMap((other) => (other === rule ? mutated(rule, mutation) : [other]))
      const now = statusOf(rules)
      const found = () =>
        findingsOn(guide, { ...option, rules }).filter((finding) => !before.has(nameOf(finding)))
      return {
        option: option.id,
        rule,
        mutation,
        fate: now === status ? 'equivalent' : fateOf(found()),
        weaker: lower(status, now) !== 0,
      }
    }),
  )
}

/** `not-relevant` goes with the kind `relevance` alone; a guide that says otherwise cannot be read. */
function mutationsOf(rule: Rule): readonly Mutation[] {
  const others = STATUSES.filter((status) => status !== 'suitable')
    .filter((status) => status !== rule.status)
    .filter((status) => status !== 'not-relevant' || rule.kind === 'relevance')
  return ['dropped', 'negated', ...others.map((status) => ({ status }))]
}

function mutated(rule: Rule, mutation: Mutation): readonly Rule[] {
  if (mutation === 'dropped') return []
  if (mutation === 'negated') return [{ ...rule, when: opposite(rule.when) }]
  return [{ ...rule, status: mutation.status }]
}

function opposite(of: Condition): Condition {
  return { kind: 'not', of }
}

/**
 * What the prover says of one option. Checks that look at several options together are left out, so that a fault is
 * not called noticed only because the others are missing here.
 */
function findingsOn(guide: Guide, option: TreatmentOption): readonly Finding[] {
  const properties = guide.properties.flatMap((property) =>
    property.kind === 'status' && property.options.includes(option.id)
      ? [{ ...property, options: [option.id] }]
      : [],
  )
  return prove({ ...guide, options: [option], properties }).findings.filter(
    ({ code }) => code !== 'list-empty' && code !== 'question-without-effect',
  )
}

function fateOf(findings: readonly Finding[]): Fate {
  if (findings.some(({ code }) => code.startsWith('property-'))) return 'property'
  return findings.length > 0 ? 'check' : 'survives'
}

function nameOf({ place: _, ...finding }: Finding): string {
  return JSON.stringify({ ...finding, answers: undefined })
}
