import { gateConditions, questionsIn } from '../engine/condition.ts'
import type { Condition, Guide, Property, Question, QuestionId, TreatmentOption } from '../model.ts'

type GatedGuide = Pick<Guide, 'questions' | 'warningSigns' | 'outOfScope'>

/** Conditions that are evaluated together: those of an option, or of a property. */
export type Focus = readonly Condition[]

/** The conditions of an option. */
export function focusOn({ rules, indications = [] }: TreatmentOption): Focus {
  return [...rules, ...indications].map(({ when }) => when)
}

/** The conditions of a safety property. */
export function focusOnProperty(property: Property): Focus {
  if (property.kind === 'text') return []
  return property.kind === 'status' && property.unless !== undefined
    ? [property.when, property.unless]
    : [property.when]
}

/** Questions that are tested together, as indexes into a list of questions. */
type Edge = readonly number[]

/** Rounds without improvement before the search ends. */
const PATIENCE = 5
const MOST_ROUNDS = 60

/**
 * Orders questions so that those tested together are near each other, which decides the size of the diagrams. FORCE
 * (Aloul, Markov and Sakallah 2003): each question moves repeatedly to the mean of the centres of its edges; the order
 * with the shortest edges wins. Questions without an edge come last. Only the gates and the conditions in `focus` count.
 */
export function orderQuestions(guide: GatedGuide, focus: readonly Focus[]): readonly Question[] {
  const edges = edgesOf(guide, focus)
  const count = guide.questions.length
  let order = sortedBy(count, (question) => (edges.some((edge) => edge.includes(question)) ? 0 : 1))
  let best = order
  let shortest = spanOf(edges, order)
  for (let round = 0, idle = 0; round < MOST_ROUNDS && idle < PATIENCE; round += 1) {
    order = movedToCentres(edges, order)
    const span = spanOf(edges, order)
    idle = span < shortest ? 0 : idle + 1
    if (span < shortest) {
      best = order
      shortest = span
    }
  }
  return best.map((question) => guide.questions[question] as Question)
}

/** Each `all` and `any` is an edge, and so are all questions of a focus. */
function edgesOf(guide: GatedGuide, focus: readonly Focus[]): readonly Edge[] {
  const { questions } = guide
  const positions = new Map(questions.map(({ id }, index) => [id, index]))
  const edge = (ids: readonly QuestionId[]): readonly Edge[] => {
    const known = [...new Set(ids)].flatMap((id) => positions.get(id) ?? [])
    return known.length < 2 ? [] : [known]
  }
  return [
    ...[...focus.flat(), ...gateConditions(guide)]
      .flatMap(allsAndAnys)
      .flatMap((part) => edge(questionsIn(part))),
    ...questions.flatMap(({ id, askWhen }) =>
      askWhen === undefined ? [] : edge([id, ...questionsIn(askWhen)]),
    ),
    ...focus.flatMap((conditions) => edge(conditions.flatMap(questionsIn))),
  ]
}

function allsAndAnys(condition: Condition): readonly Condition[] {
  if (condition.kind === 'not') return allsAndAnys(condition.of)
  if (condition.kind !== 'all' && condition.kind !== 'any') return []
  return [condition, ...condition.of.flatMap(allsAndAnys)]
}

function movedToCentres(edges: readonly Edge[], order: readonly number[]): readonly number[] {
  const places = placesOf(order)
  const sums = new Float64Array(order.length)
  const counts = new Float64Array(order.length)
  for (const edge of edges) {
    const centre = edge.reduce((sum, question) => sum + (places[question] as number), 0) / edge.length
    for (const question of edge) {
      sums[question] = (sums[question] as number) + centre
      counts[question] = (counts[question] as number) + 1
    }
  }
  return sortedBy(order.length, (question) => {
    const count = counts[question] as number
    return count === 0 ? order.length + (places[question] as number) : (sums[question] as number) / count
  })
}

/** Question indexes sorted by a value, ties in the guide's order. */
function sortedBy(count: number, value: (question: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, question) => ({ question, value: value(question) }))
    .sort((a, b) => a.value - b.value || a.question - b.question)
    .map(({ question }) => question)
}

function placesOf(order: readonly number[]): Int32Array {
  const places = new Int32Array(order.length)
  for (const [place, question] of order.entries()) places[question] = place
  return places
}

/** The total length of the edges. */
function spanOf(edges: readonly Edge[], order: readonly number[]): number {
  const places = placesOf(order)
  return edges.reduce((sum, edge) => {
    const positions = edge.map((question) => places[question] as number)
    return sum + Math.max(...positions) - Math.min(...positions)
  }, 0)
}
