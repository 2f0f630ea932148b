import type { Guide, Source, SourceId } from '../../core/model.ts'
import { foldName } from './fold-name.ts'

/** The fields that are searched, with the most specific first. */
type Field = 'id' | 'authors' | 'title' | 'other'

/**
 * Sources that contain all the words, also in the names of the topics and options that cite them. Matches in id,
 * authors and title come first.
 */
export function findSources(
  guide: Guide,
  words: readonly string[],
  usage: ReadonlyMap<SourceId, readonly string[]>,
): readonly Source[] {
  const wanted = words.flatMap((word) => foldName(word).split('-')).filter((word) => word !== '')
  if (wanted.length === 0) return []
  const topics = topicNames(guide)
  const matching = guide.sources.flatMap((source) => {
    const fields = fieldsOf(source, usage.get(source.id) ?? [], topics)
    const scores = wanted.map((word) => scoreOf(fields, word))
    return scores.includes(0) ? [] : [{ source, score: scores.reduce((sum, score) => sum + score, 0) }]
  })
  return matching.sort((a, b) => b.score - a.score).map(({ source }) => source)
}

const WEIGHTS: Readonly<Record<Field, number>> = { id: 4, authors: 4, title: 2, other: 1 }

function scoreOf(fields: Readonly<Record<Field, string>>, word: string): number {
  const matching = (Object.keys(WEIGHTS) as Field[]).filter((field) => fields[field].includes(`-${word}`))
  return matching.reduce((sum, field) => sum + WEIGHTS[field], 0)
}

function fieldsOf(
  source: Source,
  usedBy: readonly string[],
  topics: ReadonlyMap<string, string>,
): Readonly<Record<Field, string>> {
  const { id, authors = '', title, where, year = '', number = '', doi = '', pmid = '' } = source
  const cited = [...new Set(usedBy.map((by) => by.split(':')[0] ?? ''))].map((id) => topics.get(id) ?? id)
  const field = (...texts: readonly (string | number)[]) => `-${foldName(texts.join(' '))}`
  return {
    id: field(id),
    authors: field(authors),
    title: field(title),
    other: field(where, year, number, doi, pmid, ...cited),
  }
}

/** By option: its names, with its topic. */
function topicNames(guide: Guide): ReadonlyMap<string, string> {
  return new Map(
    guide.options.map(
      ({ id, title, topic, aliases }) => [id, [id, title, topic, ...aliases].join(' ')] as const,
    ),
  )
}
