import MiniSearch from 'minisearch'
import type { Guide } from '../../core/model.ts'

export type HitKind = 'topic' | 'option' | 'faq' | 'tip' | 'term'

/** One place in the guide that matches, with the words around the match. */
export type Hit = {
  readonly kind: HitKind
  readonly id: string
  readonly title: string
  readonly excerpt: string
}

type Entry = Hit & { readonly key: string; readonly names: string; readonly text: string }

const EXCERPT_LENGTH = 140

/**
 * Everything in the guide that matches the words, best first; misspellings forgiven (one letter in five, and word
 * beginnings). All the words have to match; when nothing matches them all, those that match some. Empty when nothing
 * does. `kinds` narrows the search.
 */
export function search(guide: Guide, words: string, kinds?: readonly HitKind[]): readonly Hit[] {
  const entries = entriesOf(guide).filter((entry) => kinds === undefined || kinds.includes(entry.kind))
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['title', 'names', 'text'],
    storeFields: ['key'],
    searchOptions: { boost: { title: 4, names: 4 }, prefix: (term) => term.length > 2, fuzzy: fuzziness },
  })
  index.addAll(entries)
  const strict = index.search(words, { combineWith: 'AND' })
  const found = strict.length > 0 ? strict : index.search(words)
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  return found.flatMap((result) => {
    const entry = byKey.get(String(result.id))
    return entry === undefined ? [] : [toHit(entry, result.terms)]
  })
}

function fuzziness(term: string): number | false {
  return term.length > 3 ? 0.2 : false
}

function toHit({ kind, id, title, text }: Entry, terms: readonly string[]): Hit {
  return { kind, id, title, excerpt: excerpt(text, terms) }
}

/** The sentence that holds the first matching term, cut at a word; the beginning when only the name matched. */
function excerpt(text: string, terms: readonly string[]): string {
  const sentences = text.split(/(?<=[.!?])\s+/)
  const hit = sentences.find((sentence) => terms.some((term) => sentence.toLowerCase().includes(term)))
  const chosen = hit ?? sentences[0] ?? ''
  if (chosen.length <= EXCERPT_LENGTH) return chosen
  return `${chosen.slice(0, chosen.lastIndexOf(' ', EXCERPT_LENGTH))} ...`
}

function entriesOf(guide: Guide): readonly Entry[] {
  return [
    ...guide.options.map((option) =>
      entry('option', option.id, option.title, option.aliases, [
        option.summary.text,
        ...[option.involves, option.benefits, option.harms, option.maySuit, option.mayNotSuit]
          .flat()
          .map(textOf),
        ...option.risks.flatMap((risk) => [risk.what, risk.howOften, risk.greaterRisk, risk.watchFor]),
        option.livingWith.text,
        option.ifNothing.text,
        ...option.recommendations.map((statement) => `${statement.body}: ${statement.says}`),
        ...option.clinicalNotes.map(textOf),
      ]),
    ),
    ...guide.topics.map((topic) =>
      entry('topic', topic.id, topic.title, topic.aliases, [topic.summary, ...topic.points.map(textOf)]),
    ),
    ...guide.faqs.map((faq) => entry('faq', faq.id, faq.question, [], [faq.answer.text])),
    ...guide.tips.map((tip) => entry('tip', tip.id, tip.title, [], [tip.text.text])),
    ...guide.glossary.map((term) => entry('term', term.term, term.term, term.aliases, [term.means])),
  ]
}

function textOf({ text }: { readonly text: string }): string {
  return text
}

function entry(
  kind: HitKind,
  id: string,
  title: string,
  names: readonly string[],
  texts: readonly string[],
): Entry {
  return {
    key: `${kind}:${id}`,
    kind,
    id,
    title,
    names: [id, ...names].join(' '),
    text: texts.join(' '),
    excerpt: '',
  }
}
