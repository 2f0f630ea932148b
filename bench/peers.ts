import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { severity } from '../src/core/engine/status.ts'
import type { Answer, Condition, Guide } from '../src/core/model.ts'
import { scratch } from './measure.ts'

/** The severity of each option for one person's answers, from the rules that are true. */
type Judge = (answers: Answers) => Promise<readonly number[]> | readonly number[]
type Answers = Readonly<Record<string, Answer>>
export type Peer = { readonly name: string; readonly judge: Judge }

const PACKAGES: Readonly<Record<string, string>> = {
  'json-logic-engine': '5.0.7',
  'json-logic-js': '2.0.5',
  '@gorules/zen-engine': '0.54.0',
  'cql-execution': '3.3.2',
  'json-rules-engine': '7.3.1',
}

/** Installs the peers for this run into a folder of its own. Throws when the registry cannot be reached. */
export async function peersOf(guide: Guide): Promise<readonly Peer[]> {
  const specs = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`)
  execFileSync('npm', ['install', '--prefix', scratch, '--no-save', '--ignore-scripts', ...specs], {
    stdio: 'ignore',
  })
  const load = createRequire(join(resolve(scratch), 'any.js'))
  const makers: readonly (readonly [string, Judge])[] = [
    ['json-logic-engine', jsonLogicEngine(load('json-logic-engine'), guide)],
    ['json-logic-js', jsonLogic(load('json-logic-js'), guide)],
    ['@gorules/zen-engine', zen(load('@gorules/zen-engine'), guide)],
    ['cql-execution', cql(load('cql-execution'), guide)],
    ['json-rules-engine', jsonRules(load('json-rules-engine').Engine, guide)],
  ]
  return makers.map(([name, judge]) => ({ name: `${name} ${PACKAGES[name]}`, judge }))
}

/** All answers as lists under names without hyphens, which every peer can test. */
function asLists(answers: Answers): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [identifier(id), [answer].flat()]))
}

const identifier = (id: string) => id.replaceAll('-', '_')

/** How a language writes the parts of a condition, and the status of the first rule that is true, the worst first. */
type Language<T> = {
  readonly has: (question: string, value: string) => T
  readonly all: (of: readonly T[]) => T
  readonly any: (of: readonly T[]) => T
  readonly not: (of: T) => T
  readonly worst: (rules: readonly { readonly when: T; readonly severity: number }[]) => T
  readonly yes: T
}

function translate<T>(condition: Condition, language: Language<T>): T {
  switch (condition.kind) {
    case 'always':
      return language.yes
    case 'is':
      return language.any(
        condition.values.map((value) => language.has(identifier(condition.question), value)),
      )
    case 'not':
      return language.not(translate(condition.of, language))
    case 'all':
    case 'any':
      return language[condition.kind](condition.of.map((part) => translate(part, language)))
    case 'open':
      throw new Error('a rule tests no open question')
  }
}

function programs<T>(guide: Guide, language: Language<T>): readonly T[] {
  return guide.options.map(({ rules }) =>
    language.worst(
      rules
        .map(({ when, status }) => ({ when: translate(when, language), severity: severity(status) }))
        .sort((a, b) => b.severity - a.severity),
    ),
  )
}

const JSON_LOGIC: Language<object | boolean> = {
  has: (question, value) => ({ in: [value, { var: question }] }),
  all: (of) => ({ and: of }),
  any: (of) => ({ or: of }),
  not: (of) => ({ '!': [of] }),
  worst: (rules) => ({ if: [...rules.flatMap(({ when, severity }) => [when, severity]), 0] }),
  yes: true,
}

// biome-ignore lint/suspicious/noExplicitAny: packages that are installed for one run have no types here.
type Loaded = any

function jsonLogicEngine({ LogicEngine }: Loaded, guide: Guide): Judge {
  const engine = new LogicEngine()
  const run = engine.build(programs(guide, JSON_LOGIC))
  return (answers) => run(asLists(answers))
}

function jsonLogic(logic: Loaded, guide: Guide): Judge {
  const rules = programs(guide, JSON_LOGIC)
  return (answers) => logic.apply(rules, asLists(answers))
}

const ZEN: Language<string> = {
  has: (question, value) => `"${value}" in (${question} ?? [])`,
  all: (of) => `(${of.join(' and ')})`,
  any: (of) => `(${of.join(' or ')})`,
  not: (of) => `not (${of})`,
  worst: (rules) => [...rules.map(({ when, severity }) => `(${when}) ? ${severity} :`), '0'].join(' '),
  yes: 'true',
}

function zen({ ZenEngine }: Loaded, guide: Guide): Judge {
  const expressions = programs(guide, ZEN).map((value, index) => ({
    id: `e${index}`,
    key: `o${index}`,
    value,
  }))
  const nodes = [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    { id: 'x', name: 'x', type: 'expressionNode', content: { expressions }, position: { x: 0, y: 0 } },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
  ]
  const edges = [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'x' },
    { id: 'b', type: 'edge', sourceId: 'x', targetId: 'out' },
  ]
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify({ nodes, edges })))
  return async (answers) => {
    const { result } = await decision.evaluate(asLists(answers))
    return guide.options.map((_, index) => result[`o${index}`])
  }
}

const INTEGER = '{urn:hl7-org:elm-types:r1}Integer'
const literal = (value: string | number) => ({
  type: 'Literal',
  value: String(value),
  valueType: typeof value === 'number' ? INTEGER : '{urn:hl7-org:elm-types:r1}String',
})
const nested = (type: string) => (of: readonly object[]) =>
  of.reduce((left, right) => ({ type, operand: [left, right] }))
const ELM: Language<object> = {
  has: (question, value) => ({
    type: 'In',
    operand: [
      literal(value),
      { type: 'Property', path: question, source: { type: 'ParameterRef', name: 'answers' } },
    ],
  }),
  all: nested('And'),
  any: nested('Or'),
  not: (operand) => ({ type: 'Not', operand }),
  worst: (rules) =>
    rules.reduceRight<object>(
      (rest, { when, severity }) => ({
        type: 'If',
        condition: when,
        // biome-ignore lint/suspicious/noThenProperty: CQL's own name, in data.
        then: literal(severity),
        else: rest,
      }),
      literal(0),
    ),
  yes: { type: 'Literal', value: 'true', valueType: '{urn:hl7-org:elm-types:r1}Boolean' },
}

function cql({ Library, Executor }: Loaded, guide: Guide): Judge {
  const def = programs(guide, ELM).map((expression, index) => ({
    name: `o${index}`,
    context: 'Unfiltered',
    accessLevel: 'Public',
    expression,
  }))
  const library = new Library({
    library: {
      identifier: { id: 'rules', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      parameters: { def: [{ name: 'answers', accessLevel: 'Public' }] },
      statements: { def },
    },
  })
  const executor = new Executor(library)
  const nobody = { currentPatient: () => undefined, nextPatient: () => undefined }
  // A question that is not answered has an empty list: CQL's null would be unknown, which no rule here asks about.
  const empty = Object.fromEntries(guide.questions.map(({ id }) => [identifier(id), []]))
  return async (answers) => {
    const { unfilteredResults } = await executor
      .withParameters({ answers: { ...empty, ...asLists(answers) } })
      .exec(nobody)
    return guide.options.map((_, index) => unfilteredResults[`o${index}`])
  }
}

const JSON_RULES: Language<object> = {
  has: (fact, value) => ({ fact, operator: 'contains', value }),
  all: (all) => ({ all }),
  any: (any) => ({ any }),
  not: (not) => ({ not }),
  worst: () => ({}),
  yes: { all: [] },
}

function jsonRules(Engine: Loaded, guide: Guide): Judge {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const [index, { rules }] of guide.options.entries()) {
    for (const { when, status } of rules) {
      const conditions = { all: [translate(when, JSON_RULES)] }
      engine.addRule({ conditions, event: { type: String(index), params: { severity: severity(status) } } })
    }
  }
  return async (answers) => {
    const worst = guide.options.map(() => 0)
    const { events } = await engine.run(asLists(answers))
    for (const { type, params } of events) worst[type] = Math.max(worst[type] ?? 0, params.severity)
    return worst
  }
}
