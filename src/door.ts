import { noteIfStale } from './commands/stale.ts'
import { DEFAULT_GUIDE } from './guide/catalog.ts'
import { toName } from './guide/names.ts'
import { EXIT, type ExitCode } from './io/failure.ts'
import type { Io } from './io/io.ts'
import type { ReadyPage } from './view/ready-pages.ts'
import { toTerminal } from './view/to-terminal.ts'

/** Look-ups that print one page when nothing follows them. */
const WHOLE = ['topics', 'risks', 'faq', 'tips']

/** Commands that are no look-up of one page: a first word that is one of them is no name. A test holds this to the grammar. */
export const OTHER_COMMANDS = [
  'compare',
  'search',
  'sources',
  'plan',
  'walk',
  'replay',
  'explain',
  'export',
  'check',
]

/**
 * Answers a look-up in the built-in guide from the page that the build laid out for it, before the grammar or the
 * guide is loaded. Undefined for every other line (a flag, another guide, a name that nothing has): the program
 * answers those, and would print the same for these.
 */
export function answerAtDoor(argv: readonly string[], io: Io): ExitCode | undefined {
  if (argv.some((word) => word.startsWith('-')) || io.env.NEXTLINE_GUIDE) return undefined
  const folder = `${io.builtIn.compiled}/${DEFAULT_GUIDE}/pages`
  const name = pageFor(argv, () => JSON.parse(io.readFile(`${folder}/names.json`)))
  if (name === undefined) return undefined
  const page: ReadyPage = JSON.parse(io.readFile(`${folder}/${name}.json`))
  noteIfStale(io, page)
  io.out(toTerminal(page, io))
  return EXIT.done
}

type Names = Readonly<Record<string, string>>

function pageFor(argv: readonly string[], names: () => Names): string | undefined {
  const [first, ...rest] = argv
  if (first === undefined) return 'overview'
  if (WHOLE.includes(first)) return rest.length === 0 ? first : undefined
  if (OTHER_COMMANDS.includes(first)) return undefined
  const words = (first === 'show' ? rest : argv).join(' ')
  const known = names()
  // Most names are typed as they are kept; folding one takes longer than finding it.
  const name = Object.hasOwn(known, words) ? words : toName(words)
  return Object.hasOwn(known, name) ? known[name] : undefined
}
