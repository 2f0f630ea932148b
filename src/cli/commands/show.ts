import type { Guide } from '../../core/model.ts'
import { findByName, type NameTarget } from '../../guide/find/names.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { answerCard } from '../../view/pages/answer-card.ts'
import { answerPage } from '../../view/pages/answer-page.ts'
import { optionCard } from '../../view/pages/option-card.ts'
import { optionPage, SECTIONS, type Section, sectionPage } from '../../view/pages/option-page.ts'
import { topicCard } from '../../view/pages/topic-card.ts'
import { topicPage } from '../../view/pages/topic-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { nearestNames, optionsOfPart, unknownName } from '../resolve-names.ts'

export const command: CommandSpec<ShowFlags> = {
  name: 'show',
  words: '<name...>',
  summary: 'a topic, an option, or what an answer changes, on one screen',
  flags: [{ flag: '--full', summary: 'everything about it' }],
  examples: [
    'nextline show physical therapy',
    'nextline show RFA --for patient',
    'nextline show rfa guidelines   one of: benefits numbers risks rules guidelines questions notes sources',
    'nextline show pregnancy --full',
  ],
  run: async (context, words, flags) => {
    const guide = await openGuide(context)
    const subject = findSubject(guide, words)
    if (subject === undefined) throw unknownName(words.join(' '), nearestNames(guide, words.join(' ')))
    return show(context, guide, subject, flags)
  },
}

export type ShowFlags = { readonly full?: boolean }

/** What the words name, and the section in the last word. */
type Subject = { readonly named: NameTarget; readonly section?: Section }

export function findSubject(guide: Guide, words: readonly string[]): Subject | undefined {
  const named = findByName(guide, words.join(' '))
  if (named.kind !== 'none') return { named }
  const last = words.at(-1)?.toLowerCase()
  const section = SECTIONS.find((name) => name === last || name === `${last}s`)
  const owner = findByName(guide, words.slice(0, -1).join(' '))
  if (section === undefined || owner.kind === 'none' || owner.kind === 'question') return undefined
  return { named: owner, section }
}

export async function show(
  context: CommandContext,
  guide: Guide,
  subject: Subject,
  { full = false }: ShowFlags,
): Promise<ExitCode> {
  await write(
    context,
    () => pageOf(context, guide, subject, full),
    () => dataOf(context, guide, subject),
    guide,
  )
  return EXIT.done
}

function pageOf(context: CommandContext, guide: Guide, { named, section }: Subject, full: boolean) {
  const reader = context.reader ?? 'clinician'
  switch (named.kind) {
    case 'option':
      if (section !== undefined) return sectionPage(guide, [named.option], section)
      return full ? optionPage(guide, named.option, reader) : optionCard(guide, named.option, reader)
    case 'topic':
      if (section !== undefined) return sectionPage(guide, optionsOfPart(guide, named), section)
      return full ? topicPage(guide, named.topic) : topicCard(guide, named.topic)
    case 'question':
      return (full ? answerPage : answerCard)(guide, named.question, named.answer)
  }
}

async function dataOf(context: CommandContext, guide: Guide, { named }: Subject): Promise<object> {
  if (named.kind === 'question') {
    const { answerJson } = await import('../../view/json/answer-json.ts')
    return answerJson(guide, named.question, named.answer)
  }
  const { optionJson, topicJson } = await import('../../view/json/guide-json.ts')
  const reader = context.reader ?? 'clinician'
  return named.kind === 'topic' ? topicJson(guide, named.topic) : optionJson(guide, named.option, reader)
}
