import { type AnswerEffects, whatAnswerChanges } from '../../core/engine/answer-effects.ts'
import { isRecord } from '../../core/is-record.ts'
import type { Guide, SourceId } from '../../core/model.ts'
import { allNames, type NameTarget } from '../../guide/find/names.ts'
import type { Document } from '../document/document.ts'
import { addresses } from '../text/citation.ts'
import { READERS, type Reader } from '../text/labels.ts'
import { answerCard } from './answer-card.ts'
import { faqPage } from './faq-page.ts'
import { optionCard } from './option-card.ts'
import { overviewPage } from './overview-page.ts'
import { questionsCard } from './questions-page.ts'
import { risksPage } from './risks-page.ts'
import { tipsPage } from './tips-page.ts'
import { topicCard } from './topic-card.ts'
import { topicsPage } from './topic-page.ts'
import { warningSignsCard } from './warning-signs-page.ts'

/** A page with the guide's review date and the addresses of its sources. */
export type PrebuiltPage = Document &
  Pick<Guide, 'reviewBy'> & { readonly addresses?: Readonly<Record<SourceId, string>> }

/** Look-ups without a name, by what is typed. */
const COMMAND_PAGES: Readonly<Record<string, (guide: Guide) => Document>> = {
  '': overviewPage,
  topics: topicsPage,
  'warning-signs': warningSignsCard,
  'red-flags': warningSignsCard,
  emergency: warningSignsCard,
  questions: questionsCard,
  risks: (guide) => risksPage(guide, guide.options),
  faq: (guide) => faqPage(guide, guide.faqs),
  tips: tipsPage,
}

type Prebuilt = {
  /** The page of each folded name: a command, an option, a topic, a question or an answer. */
  readonly names: Readonly<Record<string, string>>
  readonly pages: ReadonlyMap<string, PrebuiltPage>
}

/** Placeholder for the reader in a page's name. */
const READER_MARK = '@'

/** All pages of look-ups, as documents. */
export function prebuildPages(guide: Guide): Prebuilt {
  const { reviewBy } = guide
  const page = (document: Document): PrebuiltPage => {
    const addresses = addressesIn(guide, document)
    return { reviewBy, ...document, ...(Object.keys(addresses).length > 0 && { addresses }) }
  }
  const pages = new Map<string, PrebuiltPage>()
  const names: Record<string, string> = {}
  for (const [typed, view] of Object.entries(COMMAND_PAGES)) {
    pages.set(`command-${typed}`, page(view(guide)))
    names[typed] = `command-${typed}`
  }
  const card = cardMaker(guide)
  for (const [name, named] of allNames(guide)) {
    if (Object.hasOwn(COMMAND_PAGES, name)) continue
    const target = pageName(named)
    names[name] = target
    for (const reader of READERS) {
      const file = target.replace(READER_MARK, reader)
      if (!pages.has(file)) pages.set(file, page(card(named, reader)))
    }
  }
  return { names, pages }
}

/** The addresses of the sources that a document cites. */
function addressesIn(guide: Guide, document: Document): Readonly<Record<SourceId, string>> {
  const cited = new Set(citedIn(document))
  return Object.fromEntries(
    guide.sources.flatMap((source) => {
      const [address] = addresses(source)
      return cited.has(source.id) && address !== undefined ? [[source.id, address]] : []
    }),
  )
}

function citedIn(value: unknown): readonly SourceId[] {
  if (Array.isArray(value)) return value.flatMap(citedIn)
  if (!isRecord(value)) return []
  if ('cite' in value) return value.cite as readonly SourceId[]
  if ('source' in value) return [value.source as SourceId]
  return Object.values(value).flatMap(citedIn)
}

function pageName(named: NameTarget): string {
  if (named.kind === 'option') return `option-${named.option.id}.${READER_MARK}`
  if (named.kind === 'topic') return `topic-${named.topic.id}`
  const { question, answer } = named
  return answer === undefined ? `question-${question.id}` : `question-${question.id}-${answer.id}`
}

/** Makes cards. The effects of a question's answers are computed once. */
function cardMaker(guide: Guide): (named: NameTarget, reader: Reader) => Document {
  const effectsOf = new Map<string, readonly AnswerEffects[]>()
  return (named, reader) => {
    if (named.kind === 'option') return optionCard(guide, named.option, reader)
    if (named.kind === 'topic') return topicCard(guide, named.topic)
    const { question, answer } = named
    const effects = effectsOf.get(question.id) ?? whatAnswerChanges(guide, question.id)
    effectsOf.set(question.id, effects)
    return answerCard(guide, question, answer, effects)
  }
}
