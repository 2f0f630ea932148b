import type { Flags } from './context.ts'

/** A command line that needs no grammar: a look-up, a walk or a plan, with flags in their plain spelling. */
export type PlainLine = {
  /** `overview` when there are no words, `bare` when they are a name. */
  readonly command: PlainCommand | 'overview' | 'bare'
  readonly words: readonly string[]
  readonly flags: PlainFlags
}

type PlainFlags = Flags & {
  readonly set?: readonly string[]
  readonly answers?: string
  readonly full?: boolean
}

export type PlainCommand = 'topics' | 'show' | 'risks' | 'faq' | 'tips' | 'plan' | 'walk'

/** Fewest and most words after a command. */
const WORDS: Readonly<Record<PlainCommand, readonly [number, number]>> = {
  topics: [0, 0],
  show: [1, Number.POSITIVE_INFINITY],
  risks: [0, Number.POSITIVE_INFINITY],
  faq: [0, Number.POSITIVE_INFINITY],
  tips: [0, 0],
  plan: [0, 0],
  walk: [0, 0],
}

/** Commands that are left to the grammar. A test holds the two lists to it. */
const OTHER_COMMANDS = ['compare', 'search', 'sources', 'replay', 'explain', 'export', 'check']

/**
 * Reads a line as the grammar (program.ts) would, but knows only plain spellings: undefined for every flag, value or
 * number of words that it does not know, which leaves the line, its faults and its help to the grammar. It exists
 * because loading the grammar takes longer than answering.
 */
export function readPlainLine(argv: readonly string[]): PlainLine | undefined {
  const words: string[] = []
  let flags: PlainFlags = {}
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (!word.startsWith('-')) {
      words.push(word)
      continue
    }
    const switched = SWITCHES[word] ?? (words[0] === 'plan' ? PLAN_SWITCHES[word] : undefined)
    const valued = VALUES[word] ?? (words[0] === 'plan' ? PLAN_VALUES[word] : undefined)
    const value = argv[at + 1]
    if (switched !== undefined) flags = { ...flags, ...switched }
    else if (valued !== undefined && value && !value.startsWith('-')) {
      const own = valued(value, flags)
      if (own === undefined) return undefined
      flags = { ...flags, ...own }
      at += 1
    } else return undefined
  }
  return lineOf(words, flags)
}

function lineOf(words: readonly string[], flags: PlainFlags): PlainLine | undefined {
  const [first, ...rest] = words
  if (first === undefined) return { command: 'overview', words, flags }
  if (OTHER_COMMANDS.includes(first)) return undefined
  if (!isPlainCommand(first)) return { command: 'bare', words, flags }
  const [least, most] = WORDS[first]
  return rest.length >= least && rest.length <= most ? { command: first, words: rest, flags } : undefined
}

function isPlainCommand(word: string): word is PlainCommand {
  return Object.hasOwn(WORDS, word)
}

type Switches = Readonly<Partial<Record<string, PlainFlags>>>
type Values = Readonly<Partial<Record<string, (value: string, before: PlainFlags) => PlainFlags | undefined>>>

const SWITCHES: Switches = {
  '--json': { json: true },
  '--plain': { plain: true },
  '--color': { color: true },
  '--no-color': { color: false },
}
const PLAN_SWITCHES: Switches = { '--full': { full: true } }

const VALUES: Values = {
  '--guide': (guide) => ({ guide }),
  '--for': (reader) => (reader === 'patient' || reader === 'clinician' ? { for: reader } : undefined),
}
const PLAN_VALUES: Values = {
  '--answers': (answers) => ({ answers }),
  '--set': (value, { set = [] }) => ({ set: [...set, value] }),
}
