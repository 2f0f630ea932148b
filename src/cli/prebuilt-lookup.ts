import { toName } from '../guide/find/fold-name.ts'
import { DEFAULT_GUIDE } from '../guide/load/default-guide.ts'
import { EXIT, type ExitCode } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import type { ReadyPage } from '../view/pages/prebuilt-pages.ts'
import { toTerminal } from '../view/render/to-terminal.ts'
import { type Setting, settingOf } from './context.ts'
import { type PlainCommand, type PlainLine, readPlainLine } from './plain-line.ts'
import { noteIfStale } from './review-notice.ts'

type Answer = (setting: Setting, line: PlainLine) => Promise<ExitCode>

/** What answers a plain line; the grammar's actions do the same (program-commands.ts). */
const COMMANDS: Readonly<Record<PlainCommand | 'overview', Answer>> = {
  overview: async (setting) => (await import('./commands/overview.ts')).overview(setting),
  topics: async (setting) => (await import('./commands/topics.ts')).topics(setting),
  show: async (setting, { words }) => (await import('./commands/show.ts')).show(setting, words),
  risks: async (setting, { words }) => (await import('./commands/risks.ts')).risks(setting, words),
  faq: async (setting, { words }) => (await import('./commands/faq.ts')).faq(setting, words),
  tips: async (setting) => (await import('./commands/tips.ts')).tips(setting),
  plan: async (setting, { flags }) => (await import('./commands/plan.ts')).planCommand(setting, flags),
  walk: async (setting) => (await import('./commands/walk.ts')).walkCommand(setting, {}),
}

/**
 * Answers a plain line before the grammar is loaded, and a look-up in the built-in guide from the page that the build
 * laid out for it. Undefined for every other line: the program answers those, and would say the same for these.
 */
export async function answerAtDoor(argv: readonly string[], io: Io): Promise<ExitCode | undefined> {
  const line = readPlainLine(argv)
  if (line === undefined) return undefined
  const setting = settingOf(io, line.flags)
  const page = readyPage(setting, line)
  if (page !== undefined) {
    noteIfStale(io, page)
    io.out(toTerminal(page, setting.io))
    return EXIT.done
  }
  // The grammar knows all names of commands, to suggest one for a name that is none of the guide's.
  return line.command === 'bare' ? undefined : COMMANDS[line.command](setting, line)
}

function readyPage(setting: Setting, line: PlainLine): ReadyPage | undefined {
  if (setting.json || setting.reader !== undefined || setting.guide !== undefined) return undefined
  const folder = `${setting.io.builtIn.compiled}/${DEFAULT_GUIDE}/pages`
  const read = (name: string) => JSON.parse(setting.io.readFile(`${folder}/${name}.json`))
  const name = pageName(line, () => read('names'))
  return name === undefined ? undefined : read(name)
}

type Names = Readonly<Record<string, string>>

function pageName({ command, words }: PlainLine, names: () => Names): string | undefined {
  if (command === 'plan' || command === 'walk') return undefined
  if (command !== 'show' && command !== 'bare') return words.length === 0 ? command : undefined
  const known = names()
  const typed = words.join(' ')
  // Most names are typed as they are kept; folding one takes longer than finding it.
  const name = Object.hasOwn(known, typed) ? typed : toName(typed)
  return Object.hasOwn(known, name) ? known[name] : undefined
}
