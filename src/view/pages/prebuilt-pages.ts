import type { Guide } from '../../core/model.ts'
import { pageNames } from '../../guide/find/names.ts'
import type { Document } from '../document/document.ts'
import { READERS, type Reader } from '../text/labels.ts'
import { faqView } from './faq-page.ts'
import { optionView } from './option-page.ts'
import { overviewView } from './overview-page.ts'
import { risksView } from './risks-page.ts'
import { tipsView } from './tips-page.ts'
import { topicsView, topicView } from './topic-page.ts'

/** A page that needs no more of its guide than the day by which the guide is to be reviewed. */
export type PrebuiltPage = Document & Pick<Guide, 'reviewBy'>

type PageFor = (guide: Guide, reader: Reader) => Document

/** The look-ups that take no name, by what is typed. */
const COMMAND_PAGES: Readonly<Record<string, PageFor>> = {
  '': overviewView,
  topics: topicsView,
  risks: (guide) => risksView(guide, guide.options),
  faq: (guide) => faqView(guide, guide.faqs),
  tips: tipsView,
}

export type Prebuilt = {
  /** The page of each name, as `toName` folds it: a command, an option or a topic. */
  readonly names: Readonly<Record<string, string>>
  readonly pages: ReadonlyMap<string, PrebuiltPage>
}

/** The pages that look-ups print, for each reader: what they say; the terminal decides how it looks. */
export function prebuildPages(guide: Guide): Prebuilt {
  const commands = Object.entries(COMMAND_PAGES).map(([typed, page]) => [`command-${typed}`, page] as const)
  const named: readonly (readonly [string, PageFor])[] = [
    ...guide.options.map(
      (option) =>
        [`option-${option.id}`, (_: Guide, reader: Reader) => optionView(guide, option, reader)] as const,
    ),
    ...guide.topics.map((topic) => [`topic-${topic.id}`, () => topicView(guide, topic)] as const),
  ]
  const pages = [...commands, ...named].flatMap(([name, page]) =>
    READERS.map(
      (reader) => [`${name}.${reader}`, { reviewBy: guide.reviewBy, ...page(guide, reader) }] as const,
    ),
  )
  const commandNames = Object.keys(COMMAND_PAGES).map((typed) => [typed, `command-${typed}`])
  return { names: { ...pageNames(guide), ...Object.fromEntries(commandNames) }, pages: new Map(pages) }
}
