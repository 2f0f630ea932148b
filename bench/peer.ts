import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { briefWriter } from '../src/core/engine/brief.ts'
import { plan } from '../src/core/engine/plan.ts'
import { worst } from '../src/core/engine/status.ts'
import type { Answer, Condition, Guide, Status } from '../src/core/model.ts'
import { person, random } from './generate.ts'
import { fixed, scratch, table } from './measure.ts'
import { perSecond } from './register.ts'

const VERSION = '7.3.1'

type Engine = {
  addRule: (rule: object) => void
  addOperator: (name: string, test: (fact: unknown, value: readonly string[]) => boolean) => void
  run: (facts: object) => Promise<{ events: { type: string; params: { status: Status } }[] }>
}

/** json-rules-engine, installed for this run into a folder of its own. */
function install(): new (rules: [], options: object) => Engine {
  execFileSync(
    'npm',
    ['install', '--prefix', scratch, '--no-save', '--ignore-scripts', `json-rules-engine@${VERSION}`],
    { stdio: 'ignore' },
  )
  return createRequire(join(scratch, 'any.js'))('json-rules-engine').Engine
}

/** A condition as the peer writes it: a question that is not answered is an undefined fact. */
function conditions(condition: Condition): object {
  switch (condition.kind) {
    case 'always':
      return { all: [] }
    case 'is':
      return { fact: condition.question, operator: 'anyOf', value: condition.values }
    case 'not':
      return { not: conditions(condition.of) }
    case 'all':
    case 'any':
      return { [condition.kind]: condition.of.map(conditions) }
    case 'open':
      throw new Error('a rule tests no open question')
  }
}

function peerOf(guide: Guide): Engine {
  const Engine = install()
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator('anyOf', (fact, values) =>
    Array.isArray(fact) ? fact.some((own) => values.includes(own)) : values.includes(String(fact)),
  )
  for (const option of guide.options) {
    for (const rule of option.rules) {
      const when = conditions(rule.when)
      const top = rule.when.kind === 'is' ? { all: [when] } : when
      engine.addRule({ conditions: top, event: { type: option.id, params: { status: rule.status } } })
    }
  }
  return engine
}

async function peerStatuses(engine: Engine, answers: object): Promise<ReadonlyMap<string, Status>> {
  const { events } = await engine.run(answers)
  const found = new Map<string, Status>()
  for (const { type, params } of events)
    found.set(type, worst([found.get(type) ?? 'suitable', params.status]))
  return found
}

/** The same rules over the same answers in one process, and what each says of a question that nobody answered. */
export async function peerSection(guide: Guide): Promise<string> {
  let engine: Engine
  try {
    engine = peerOf(guide)
  } catch (error) {
    return `json-rules-engine ${VERSION} could not be installed here (${String(error).split('\n')[0]}): not measured.`
  }
  const next = random(42)
  const people = Array.from({ length: 20_000 }, () => person(guide, next))
  const write = briefWriter(guide)
  const ours = await rate(people, (answers) => write(answers))
  const theirs = await rate(people.slice(0, 300), (answers) => peerStatuses(engine, answers))
  const ratio = ours / theirs
  const speed = table(
    ['same rules, same answers, one process', 'people a second', 'ratio', 'budget', ''],
    [
      [`json-rules-engine ${VERSION}`, perSecond(theirs), '1', '', ''],
      ['nextline, brief plans', perSecond(ours), fixed(ratio, 0), '50', ratio >= 50 ? 'met' : 'not met'],
    ],
  )
  return `${speed}\n\n${await openTable(guide, engine)}`
}

async function rate<T>(people: readonly T[], judge: (answers: T) => unknown): Promise<number> {
  for (const answers of people.slice(0, people.length / 10)) await judge(answers)
  const begin = performance.now()
  for (const answers of people) await judge(answers)
  return (people.length * 1000) / (performance.now() - begin)
}

/** An adult without a warning sign who has said no to everything, but for one contraindication left open. */
async function openTable(guide: Guide, engine: Engine): Promise<string> {
  const cleared: Record<string, Answer> = {}
  for (const question of guide.questions) {
    const safe = question.answers.find(({ id }) => id === 'no' || id === 'none' || id === '18-64')
    if (safe !== undefined) cleared[question.id] = question.type === 'many' ? [safe.id] : safe.id
  }
  const rows: string[][] = []
  for (const [option, question] of [
    ['nsaids', 'kidney-disease'],
    ['nsaids', 'stomach-bleed'],
    ['chiropractic', 'osteoporosis'],
  ] as const) {
    const { [question]: _, ...answers } = cleared
    const theirs = (await peerStatuses(engine, answers)).get(option) ?? 'no rule fires: it would be offered'
    const found = plan(guide, answers).options.find((planned) => planned.option.id === option)
    rows.push([
      `\`${option}\`, \`${question}\` not answered`,
      theirs,
      `${found?.status}; ask ${found?.ask.join(', ')}`,
    ])
  }
  return table(['an open contraindication', `json-rules-engine ${VERSION}`, 'nextline'], rows)
}
