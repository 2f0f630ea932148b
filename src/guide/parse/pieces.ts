import {
  type Alert,
  type AnswerChoice,
  NONE,
  type OutOfScope,
  type Property,
  type Question,
  type Source,
  type Tip,
  type Topic,
  type TreatmentOption,
  type UrgentAction,
  type WarningSign,
} from '../../core/model.ts'
import { expandProperty } from './expand-properties.ts'
import {
  type Desk,
  dataAt,
  declaredIds,
  placeAt,
  readItems,
  readPiece,
  register,
  reportProblem,
} from './guide-reader.ts'
import type { Header, Known, Parts } from './partial-guide.ts'
import { faq, gates, header, question, source, term } from './schema/guide.ts'
import { option } from './schema/option.ts'
import { property } from './schema/property.ts'
import type { Shape } from './schema/values.ts'

/** Ids that the files declare, so that a reference to a faulty piece is not a second fault. */
export function knownIds(desk: Desk): Known {
  return {
    option: new Set(desk.optionFiles.map((file) => declaredOption(desk, file))),
    topic: declaredIds(desk, 'guide.yaml', ['topics']),
    question: declaredIds(desk, 'questions.yaml'),
    source: declaredIds(desk, 'sources.yaml'),
  }
}

function declaredOption(desk: Desk, file: string): string {
  const id = dataAt(desk, file, ['id'])
  // A file that cannot be read is most likely named after its option.
  return typeof id === 'string' ? id : file.replace(/^options\/|\.yaml$/g, '')
}

/** Every piece of the guide that has its shape, with its place. Faulty pieces are left out, and reported. */
export function assemble(desk: Desk, known: Known): Parts {
  const top = readHeader(desk)
  const options = inTopicOrder(readOptions(desk), top?.topics ?? [])
  return {
    header: top?.header,
    topics: top?.topics ?? [],
    tips: top?.tips ?? [],
    options,
    questions: readQuestions(desk, options, top?.topics ?? [], known),
    ...readGates(desk),
    faqs: readList(desk, 'faqs.yaml', faq('yaml')),
    glossary: readList(desk, 'glossary.yaml', term('yaml')),
    sources: readSources(desk),
    properties: readProperties(desk, options, known),
    faulty: desk.faulty,
  }
}

type Top = { readonly header: Header; readonly topics: readonly Topic[]; readonly tips: readonly Tip[] }

function readHeader(desk: Desk): Top | undefined {
  const file = 'guide.yaml'
  const value = readPiece(desk, file, [], header())
  if (value === undefined) return undefined
  const { schema: _, topics, tips, ...rest } = value
  return {
    header: register(desk, rest, file, []),
    topics: topics.map((topic, index) => register(desk, topic, file, ['topics', index])),
    tips: tips.map((tip, index) => register(desk, tip, file, ['tips', index])),
  }
}

function readOptions(desk: Desk): readonly TreatmentOption[] {
  return desk.optionFiles.flatMap((file) => {
    const value = readPiece(desk, file, [], option('yaml'))
    if (value === undefined) return []
    const placed = <T extends object>(piece: T, list: string, index: number) =>
      register(desk, { ...piece, place: placeAt(desk, file, [list, index]) }, file, [list, index])
    const { indications, ...rest } = value
    const rules = value.rules.map((rule, index) => placed(rule, 'rules', index))
    const fits = indications?.map((piece, index) => placed(piece, 'indications', index))
    const whole = { ...rest, rules, ...(fits && { indications: fits }), place: placeAt(desk, file, []) }
    return [register(desk, whole, file, [])]
  })
}

/** The guide's own order: topics as guide.yaml lists them, and their options as they list them. */
function inTopicOrder(
  options: readonly TreatmentOption[],
  topics: readonly Topic[],
): readonly TreatmentOption[] {
  const order = topics.flatMap((topic) => topic.options)
  const rank = ({ id }: TreatmentOption) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...options].sort((a, b) => rank(a) - rank(b))
}

function readQuestions(
  desk: Desk,
  options: readonly TreatmentOption[],
  topics: readonly Topic[],
  known: Known,
): readonly Question[] {
  const file = 'questions.yaml'
  return readItems(desk, file, question()).flatMap(({ value, base }) => {
    const { answers, answersFrom, ...rest } = value
    if ((answers === undefined) === (answersFrom === undefined)) {
      reportProblem(desk, file, base, { code: 'answers-or-from', args: {}, path: [] })
      return []
    }
    const finished: Question = {
      ...rest,
      sensitive: value.sensitive ?? false,
      answers: answers ?? answersOf(options, topics, known),
      place: placeAt(desk, file, base),
    }
    return [register(desk, finished, file, base)]
  })
}

/** Every option as an answer, which goes by all of its names, and by those of its topic when it is alone there. */
function answersOf(
  options: readonly TreatmentOption[],
  topics: readonly Topic[],
  known: Known,
): readonly AnswerChoice[] {
  const faulty = [...(known.option ?? [])].filter((id) => !options.some((option) => option.id === id))
  const alone = new Map(
    topics.flatMap((topic) => (topic.options.length === 1 ? [[topic.options[0], topic]] : [])),
  )
  return [
    { id: NONE, label: 'None of these', clinical: 'None' },
    ...options.map(({ id, title, shortTitle, aliases }) => {
      const topic = alone.get(id)
      const names = [shortTitle, ...aliases, ...(topic === undefined ? [] : [topic.title, ...topic.aliases])]
      const others = [...new Set(names)].filter((name) => name !== undefined && name !== title)
      return { id, label: title, ...(others.length > 0 && { aliases: others }) }
    }),
    ...faulty.map((id) => ({ id, label: id })),
  ]
}

type Gates = {
  readonly urgentActions?: readonly UrgentAction[]
  readonly warningSigns: readonly WarningSign[]
  readonly outOfScope: readonly OutOfScope[]
  readonly alerts?: readonly Alert[]
}

function readGates(desk: Desk): Gates {
  const file = 'warning-signs.yaml'
  const value = readPiece(desk, file, [], gates())
  const placed = <T extends object>(piece: T, list: string, index: number) =>
    register(desk, { ...piece, place: placeAt(desk, file, [list, index]) }, file, [list, index])
  return {
    ...(value?.actions && { urgentActions: value.actions }),
    ...(value?.alerts && { alerts: value.alerts.map((alert, index) => placed(alert, 'alerts', index)) }),
    warningSigns: (value?.warningSigns ?? []).map((sign, index) => placed(sign, 'warning-signs', index)),
    outOfScope: (value?.outOfScope ?? []).map((gate, index) => placed(gate, 'out-of-scope', index)),
  }
}

function readSources(desk: Desk): readonly Source[] {
  const file = 'sources.yaml'
  return readItems(desk, file, source('yaml')).map(({ value, base }) =>
    register(desk, { ...value, place: placeAt(desk, file, base) }, file, base),
  )
}

/** Items of a list file that the model gives no place. A guide may leave such a file out. */
function readList<T extends object>(desk: Desk, file: string, shape: Shape<T>): readonly T[] {
  return readItems(desk, file, shape).map(({ value, base }) => register(desk, value, file, base))
}

function readProperties(desk: Desk, options: readonly TreatmentOption[], known: Known): readonly Property[] {
  const file = 'properties.yaml'
  return readItems(desk, file, property()).flatMap(({ value, base }) => {
    const expanded = expandProperty(value, {
      options,
      known: known.option,
      complete: options.length === desk.optionFiles.length,
      place: placeAt(desk, file, base),
      report: (problem) => reportProblem(desk, file, base, problem),
    })
    return expanded.map((one) => register(desk, one, file, base))
  })
}
