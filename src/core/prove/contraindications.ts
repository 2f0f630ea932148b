import { givenValues } from '../engine/condition.ts'
import { openStatus, severity } from '../engine/status.ts'
import type {
  AnswerId,
  Answers,
  Condition,
  Guide,
  Question,
  Rule,
  Status,
  TreatmentOption,
} from '../model.ts'
import { NONE } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { FALSE, TRUE, UNKNOWN } from './diagram-condition.ts'
import { type Judgement, NO_OPTIONS } from './diagram-guide.ts'
import { CLOSED, type Encoding, fewestAnswers } from './diagram-space.ts'
import type { Finding } from './finding.ts'
import { statusIn } from './properties.ts'

/**
 * What every contraindication must do: where it is true, the status is at least its own; where it is open, at least its
 * openStatus; and an answer that it names never makes the status less restrictive (`findImprovements`).
 */
export function proveContraindications(
  guide: Guide,
  judgement: Judgement,
  option: TreatmentOption,
  status: Diagram,
): readonly Finding[] {
  const { diagrams, space, truthOf, both } = judgement
  /** Where the rule has that truth, the status is less restrictive than `least`. */
  const findBelow = (
    code: 'contraindication-outweighed' | 'contraindication-open',
    rule: Rule,
    truth: number,
    least: Status,
  ): readonly Finding[] => {
    const hasTruth = diagrams.where(truthOf(rule.when), (value) => value === truth)
    const isBelow = diagrams.where(status, (value) => value < severity(least))
    const answers = fewestAnswers(diagrams, space, both(hasTruth, isBelow))
    if (answers === undefined) return []
    const actual = statusIn(guide, option.id, answers)
    return [{ code, option: option.id, rule: rule.id, status: actual, answers, place: rule.place }]
  }
  return [
    ...contraindicationsIn(option.rules).flatMap((rule) => [
      ...findBelow('contraindication-outweighed', rule, TRUE, rule.status),
      ...findBelow('contraindication-open', rule, UNKNOWN, openStatus(rule)),
    ]),
    ...findImprovements(guide, judgement, option, status),
  ]
}

function contraindicationsIn(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ kind }) => kind === 'contraindication')
}

/** The answers of one question that contraindications name (not under `not`), each with the first rule that does. */
type NamedAnswers = { readonly encoding: Encoding; readonly ruleOf: ReadonlyMap<AnswerId, Rule> }

/**
 * Adding a contraindication never improves a status. Exactly: change an answer that no contraindication of the option
 * names into one that a contraindication names (not under `not`), or add that one to a list, and leave all other answers.
 * The status never gets less restrictive. Two statuses before the change say nothing about safety and are excluded: not
 * relevant, and those that are open because a rule or a gate is unknown.
 */
function findImprovements(
  guide: Guide,
  judgement: Judgement,
  option: TreatmentOption,
  status: Diagram,
): readonly Finding[] {
  const named = namedByContraindications(judgement, option.rules)
  if (named.length === 0) return []
  const { diagrams, space, both } = judgement
  const drops = diagrams.binary((before, after) => (before !== NO_OPTIONS && after < before ? 1 : 0))
  const settled = whereSettled(judgement, option.rules)
  const notRelevant = severity('not-relevant')
  const before = diagrams.map(status, (value) => (value === notRelevant ? NO_OPTIONS : value))
  return named.flatMap(({ encoding, ruleOf }) =>
    [...ruleOf].flatMap(([value, rule]): readonly Finding[] => {
      const after = withAnswer(judgement, encoding, value, status)
      const without = both(settled, whereLacking(judgement, encoding, value, [...ruleOf.keys()]))
      const answers = fewestAnswers(diagrams, space, both(without, drops(before, after)))
      if (answers === undefined) return []
      return [improvement(guide, option, rule, { question: encoding.question, adds: value }, answers)]
    }),
  )
}

/** 1 where no rule and no gate is unknown. */
function whereSettled({ diagrams, truthOf, gatesClosed, both }: Judgement, rules: readonly Rule[]): Diagram {
  return rules
    .map((rule) => diagrams.where(truthOf(rule.when), (truth) => truth !== UNKNOWN))
    .reduce(both, gatesClosed)
}

/** 1 where the question is answered with none of `named`; for a list, where the list whereLacking `value`. */
function whereLacking(
  { diagrams, conditions }: Judgement,
  encoding: Encoding,
  value: AnswerId,
  named: readonly AnswerId[],
): Diagram {
  const given = conditions.given(encoding, encoding.type === 'one' ? named : [value])
  return diagrams.where(given, (truth) => truth === FALSE)
}

function withAnswer({ diagrams }: Judgement, encoding: Encoding, value: AnswerId, status: Diagram): Diagram {
  if (encoding.type === 'one') return diagrams.fix(status, encoding.first, encoding.values.indexOf(value))
  return diagrams.fix(
    diagrams.fix(status, encoding.first, CLOSED),
    encoding.first + 1 + encoding.members.indexOf(value),
    1,
  )
}

function improvement(
  guide: Guide,
  option: TreatmentOption,
  rule: Rule,
  { question, adds }: { readonly question: Question; readonly adds: AnswerId },
  answers: Answers,
): Finding {
  const listed =
    question.type === 'one' ? [] : givenValues(answers, question.id).filter((value) => value !== NONE)
  const added = { ...answers, [question.id]: question.type === 'one' ? adds : [...listed, adds] }
  return {
    code: 'contraindication-improves',
    option: option.id,
    rule: rule.id,
    question: question.id,
    adds,
    from: statusIn(guide, option.id, answers),
    to: statusIn(guide, option.id, added),
    answers,
    place: rule.place,
  }
}

/** Without `none`, which adds nothing to a list, and without values that the question does not have. */
function namedByContraindications({ space }: Judgement, rules: readonly Rule[]): readonly NamedAnswers[] {
  const named = new Map<Encoding, Map<AnswerId, Rule>>()
  for (const rule of contraindicationsIn(rules)) {
    for (const { question, values } of namedPositively(rule.when, true)) {
      const encoding = space.find(question)
      if (encoding === undefined) continue
      const ruleOf = named.get(encoding) ?? new Map<AnswerId, Rule>()
      named.set(encoding, ruleOf)
      const known = encoding.type === 'one' ? encoding.values : encoding.members
      for (const value of values) if (known.includes(value) && !ruleOf.has(value)) ruleOf.set(value, rule)
    }
  }
  return [...named].map(([encoding, ruleOf]) => ({ encoding, ruleOf }))
}

type IsCondition = Condition & { readonly kind: 'is' }

/** The answers that a condition names under an even number of `not`s. */
function namedPositively(condition: Condition, even: boolean): readonly IsCondition[] {
  switch (condition.kind) {
    case 'always':
    case 'open':
      return []
    case 'is':
      return even ? [condition] : []
    case 'not':
      return namedPositively(condition.of, !even)
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => namedPositively(part, even))
  }
}
