import { groupBy } from '../core/group-by.ts'
import type { Guide, TestFacts, TreatmentOption } from '../core/model.ts'
import { faultsIn, type LintFinding, type TextRule } from './lint/finding.ts'
import { textsOf } from './lint/texts.ts'

/** Returns the faults of a guide; none when it passes. */
export type IpdasCheck = (guide: Guide) => readonly string[]

/** Passes when the condition is true of every option. @param lacks what an option that fails does not have */
export function everyOption(holds: (option: TreatmentOption) => boolean, lacks: string): IpdasCheck {
  return (guide) => guide.options.filter((option) => !holds(option)).map((option) => `${option.id}: ${lacks}`)
}

/** Passes when the condition is true of the guide. @param lacks the fault when it is not */
export function guideHas(holds: (guide: Guide) => boolean, lacks: string): IpdasCheck {
  return (guide) => (holds(guide) ? [] : [lacks])
}

/** Passes when a field of the guide is not blank. */
export function filledField(key: keyof Guide, lacks: string): IpdasCheck {
  return guideHas((guide) => String(guide[key] ?? '').trim() !== '', lacks)
}

export function allOf(...checks: readonly IpdasCheck[]): IpdasCheck {
  return (guide) => checks.flatMap((check) => check(guide))
}

/** True when some outcome is a count of 100 people. */
export function countsPeople({ options }: Guide): boolean {
  return options.some(({ outcomes }) => outcomes.some(({ kind }) => kind === 'of-100'))
}

/** Every test states this fact. */
export function testFact(key: keyof TestFacts, isStated = (text: string) => text !== ''): IpdasCheck {
  return ({ options }) =>
    options.flatMap(({ id, test }) =>
      test === undefined || isStated(test[key].text) ? [] : [`${id}: the test does not state ${key}`],
    )
}

/** Every test states this chance with a figure. */
export function testFigure(key: keyof TestFacts): IpdasCheck {
  return testFact(key, (text) => /\d/.test(text))
}

/** Passes when the rule finds nothing in any text. */
export function fromTextRule(rule: TextRule): IpdasCheck {
  return fromLint((guide) => faultsIn(textsOf(guide), rule))
}

/** Passes when the lint rule finds nothing. */
export function fromLint(rule: (guide: Guide) => readonly LintFinding[]): IpdasCheck {
  return (guide) => rule(guide).map(({ file, problem }) => `${file}: ${problem}`)
}

/** Outcomes of one name, in people of 100, that are counted over different times. */
export function sameSpans({ options }: Guide): readonly string[] {
  const counts = options.flatMap(({ outcomes }) => outcomes.filter(({ kind }) => kind === 'of-100'))
  return [...groupBy(counts, ({ outcome }) => outcome)]
    .map(([name, same]) => ({ name, spans: [...new Set(same.map(({ timeSpan }) => timeSpan))] }))
    .filter(({ spans }) => spans.length > 1)
    .map(({ name, spans }) => `${name}: ${spans.join('; ')}`)
}
