import { briefWriter } from '../src/core/engine/brief.ts'
import { plan } from '../src/core/engine/plan.ts'
import { severity } from '../src/core/engine/status.ts'
import { createCounter } from '../src/core/engine/summary.ts'
import { type Answer, type Guide, STATUSES } from '../src/core/model.ts'
import { listedPeople, random } from './generate.ts'
import { fixed, median, table } from './measure.ts'
import { type Peer, peersOf } from './peers.ts'
import { perSecond } from './register.ts'

type Answers = Readonly<Record<string, Answer>>

/** The same rules over the same people in one process, people who all have options, fastest first. */
export async function peerSection(guide: Guide): Promise<string> {
  let peers: readonly Peer[]
  try {
    peers = await peersOf(guide)
  } catch (error) {
    return `The peers could not be installed here (${String(error).split('\n')[0]}): not measured.`
  }
  const people = listedPeople(guide, 2000, random(42))
  const fullyAnswered = listedPeople(guide, 100, random(7), 'none')
  const write = briefWriter(guide)
  const { add } = createCounter(guide)
  const brief = await rate(people, (answers) => write(answers))
  const counts = await rate(people, (answers) => add(answers))
  const rows: { name: string; speed: number; agrees: string }[] = [
    { name: '**nextline**, brief plans (reasons, open questions, order)', speed: brief, agrees: '' },
    { name: '**nextline**, counts', speed: counts, agrees: '' },
  ]
  for (const { name, judge } of peers) {
    const agrees = await agreement(guide, fullyAnswered, judge)
    rows.push({ name, speed: await rate(people.slice(0, 500), judge), agrees })
  }
  const speeds = table(
    [
      'same rules, same people, one process',
      'people a second',
      'brief plans are',
      'same statuses, everything answered',
    ],
    rows
      .toSorted((a, b) => b.speed - a.speed)
      .map(({ name, speed, agrees }) => [
        name,
        perSecond(speed),
        agrees === '' ? '' : `${fixed(brief / speed)} times as quick`,
        agrees,
      ]),
  )
  const note =
    'Every one of these people has options. A peer says which rules are true and gives the worst status; it gives no ' +
    'reasons, no open questions and no order, and reads a question that nobody answered as no.'
  return `${note}\n\n${speeds}\n\n${await openTable(guide, peers)}`
}

/** People a second: the median of three rounds after one that warms up. */
async function rate(people: readonly Answers[], judge: (answers: Answers) => unknown): Promise<number> {
  const rates: number[] = []
  for (let round = 0; round < 4; round += 1) {
    const begin = performance.now()
    for (const answers of people) await judge(answers)
    if (round > 0) rates.push((people.length * 1000) / (performance.now() - begin))
  }
  return median(rates)
}

/** For how many people who answered everything a peer has the status that our rules give where they are true. */
async function agreement(guide: Guide, people: readonly Answers[], judge: Peer['judge']): Promise<string> {
  let same = 0
  for (const answers of people) {
    const theirs = await judge(answers)
    const { options } = plan(guide, answers)
    const isSame = guide.options.every((option, index) => {
      const reasons = options.find((planned) => planned.option === option)?.reasons ?? []
      const known = reasons.map((reason) => (reason.code === 'rule' ? severity(reason.status) : 0))
      return theirs[index] === Math.max(0, ...known)
    })
    if (isSame) same += 1
  }
  return `${same} of ${people.length}`
}

/** An adult without a warning sign who has said no to everything, but for one contraindication left open. */
async function openTable(guide: Guide, peers: readonly Peer[]): Promise<string> {
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
    const index = guide.options.findIndex(({ id }) => id === option)
    const theirs = new Set<string>()
    for (const { judge } of peers) theirs.add(STATUSES[(await judge(answers))[index] ?? 0] ?? '')
    const found = plan(guide, answers).options.find((planned) => planned.option.id === option)
    rows.push([
      `\`${option}\`, \`${question}\` not answered`,
      [...theirs].join(', '),
      `${found?.status}; ask ${found?.ask.join(', ')}`,
    ])
  }
  return table(['an open contraindication', 'the peers', 'nextline'], rows)
}
