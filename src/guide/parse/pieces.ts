import {
  type AnswerChoice,
  type Faq,
  type Guide,
  NONE,
  type Property,
  type Question,
  type Source,
  type Term,
  type Tip,
  type Topic,
  type TreatmentOption,
} from '../../core/model.ts'
import { withLazy } from '../on-first-read.ts'
import { expandProperty } from './expand-properties.ts'
import {
  faultyPieces,
  type GuideReader,
  isOptionFile,
  piecesOf,
  register,
  registerAll,
  reportProblem,
} from './guide-reader.ts'
import type { Header, Known, PartialGuide } from './partial-guide.ts'
import type { Gates, WrittenHeader, WrittenQuestion } from './schema/guide.ts'
import type { WrittenProperty } from './schema/property.ts'

/** Ids that the files declare, so that a reference to a faulty piece is not a second fault. */
export function knownIds({ files, optionFiles }: GuideReader): Known {
  const idsOf = (file: string) => {
    const ids = files.get(file)?.ids
    return ids === undefined ? undefined : new Set(ids)
  }
  const topics = files.get('guide.yaml')?.topics
  return {
    // A file that cannot be read is most likely named after its option.
    option: new Set(
      optionFiles.flatMap((file) => files.get(file)?.ids ?? [file.replace(/^options\/|\.yaml$/g, '')]),
    ),
    topic: topics === undefined ? undefined : new Set(topics),
    question: idsOf('questions.yaml'),
    source: idsOf('sources.yaml'),
  }
}

/**
 * Every piece of the guide that has its shape, with its place. Faulty pieces are left out. Most lists are read on first
 * use.
 */
export function assemble(reader: GuideReader, known: Known): PartialGuide {
  const top = headerOf(reader)
  const topics = top?.topics ?? []
  const options = inTopicOrder(optionsOf(reader), topics)
  const first = withLazy(
    { header: top?.header, topics, tips: top?.tips ?? [], options },
    { questions: () => questionsOf(reader, options, topics, known) },
  )
  return withLazy(Object.assign(first, gatesOf(reader), { faulty: faultyPieces(reader) }), {
    faqs: () => listOf<Faq>(reader, 'faqs.yaml'),
    glossary: () => listOf<Term>(reader, 'glossary.yaml'),
    sources: () => listOf<Source>(reader, 'sources.yaml'),
    properties: () => propertiesOf(reader, options, known),
  })
}

/** The guide of parts without faults. */
export function guideOf(parts: PartialGuide): Guide | undefined {
  if (parts.header === undefined) return undefined
  const { header: _, faulty: __, ...lists } = Object.getOwnPropertyDescriptors(parts)
  return Object.defineProperties({ ...parts.header }, lists) as Guide
}

/** The guide of these files, which are known to make a valid one. */
export function guideOfValidFiles(files: GuideReader['files']): Guide | undefined {
  const names = [...files.keys()]
  const optionFiles = names.filter(isOptionFile).sort()
  const unread = { origins: new Map(), diagnostics: [], treeOf: () => undefined }
  const reader: GuideReader = { files, settled: new Set(names), optionFiles, ...unread }
  return guideOf(assemble(reader, knownIds(reader)))
}

type Top = { readonly header: Header; readonly topics: readonly Topic[]; readonly tips: readonly Tip[] }

function headerOf(reader: GuideReader): Top | undefined {
  const file = 'guide.yaml'
  const [piece] = piecesOf<WrittenHeader>(reader, file)
  if (piece === undefined) return undefined
  const { schema: _, topics, tips, ...rest } = piece.value
  return {
    header: register(reader, rest, file, []),
    topics: registerAll(reader, topics, file, ['topics']),
    tips: registerAll(reader, tips, file, ['tips']),
  }
}

function optionsOf(reader: GuideReader): readonly TreatmentOption[] {
  return reader.optionFiles.flatMap((file) =>
    piecesOf<TreatmentOption>(reader, file).map(({ value }) => {
      if (!reader.settled.has(file)) {
        registerAll(reader, value.rules, file, ['rules'])
        registerAll(reader, value.indications ?? [], file, ['indications'])
      }
      return register(reader, value, file, [])
    }),
  )
}

/** Options in the order in which the topics of guide.yaml list them. */
function inTopicOrder(
  options: readonly TreatmentOption[],
  topics: readonly Topic[],
): readonly TreatmentOption[] {
  const order = new Map(topics.flatMap((topic) => topic.options).map((id, index) => [id, index]))
  const rank = ({ id }: TreatmentOption) => order.get(id) ?? order.size
  return [...options].sort((a, b) => rank(a) - rank(b))
}

function questionsOf(
  reader: GuideReader,
  options: readonly TreatmentOption[],
  topics: readonly Topic[],
  known: Known,
): readonly Question[] {
  const file = 'questions.yaml'
  return piecesOf<WrittenQuestion>(reader, file).flatMap(({ value, base }) => {
    const { answers, answersFrom, sensitive, place, ...rest } = value
    if ((answers === undefined) === (answersFrom === undefined)) {
      reportProblem(reader, file, base, { code: 'answers-or-from', args: {}, path: [] })
      return []
    }
    const finished: Question = {
      ...rest,
      sensitive: sensitive ?? false,
      answers: answers ?? answersFromOptions(options, topics, known),
      place,
    }
    return [register(reader, finished, file, base)]
  })
}

/** Every option as an answer, with its aliases, and those of its topic when it is the only option there. */
function answersFromOptions(
  options: readonly TreatmentOption[],
  topics: readonly Topic[],
  known: Known,
): readonly AnswerChoice[] {
  const sound = new Set(options.map(({ id }) => id))
  const faulty = [...(known.option ?? [])].filter((id) => !sound.has(id))
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

type GateLists = Pick<PartialGuide, 'urgentActions' | 'warningSigns' | 'outOfScope' | 'alerts'>

function gatesOf(reader: GuideReader): GateLists {
  const file = 'warning-signs.yaml'
  const [piece] = piecesOf<Gates>(reader, file)
  if (piece === undefined) return { warningSigns: [], outOfScope: [] }
  const { actions, alerts, warningSigns, outOfScope } = piece.value
  return {
    ...(actions && { urgentActions: registerAll(reader, actions, file, ['actions']) }),
    ...(alerts && { alerts: registerAll(reader, alerts, file, ['alerts']) }),
    warningSigns: registerAll(reader, warningSigns, file, ['warning-signs']),
    outOfScope: registerAll(reader, outOfScope, file, ['out-of-scope']),
  }
}

function listOf<T extends object>(reader: GuideReader, file: string): readonly T[] {
  return piecesOf<T>(reader, file).map(({ value, base }) => register(reader, value, file, base))
}

function propertiesOf(
  reader: GuideReader,
  options: readonly TreatmentOption[],
  known: Known,
): readonly Property[] {
  const file = 'properties.yaml'
  return piecesOf<WrittenProperty>(reader, file).flatMap(({ value, base }) => {
    const expanded = expandProperty(value, {
      options,
      known: known.option,
      complete: options.length === reader.optionFiles.length,
      place: value.place,
      report: (problem) => reportProblem(reader, file, base, problem),
    })
    return expanded.map((one) => register(reader, one, file, base))
  })
}
