import type { Guide } from '../core/model.ts'
import { UNSURE } from '../core/model.ts'
import { findByName } from '../guide/find/names.ts'
import { SECTIONS } from '../view/pages/option-page.ts'
import type { CommandSpec, FlagSpec } from './command.ts'
import { SHELLS } from './completion-scripts.ts'
import { HELP_TOPICS } from './help-topics.ts'

/** Something that may be typed, and what it is. */
type Candidate = { readonly value: string; readonly means?: string }

/** Candidates for the word at the end; `files`: file names. */
export type Candidates = readonly Candidate[] | 'files'

export type TypedLine = {
  /** The words before the one that is being typed. */
  readonly before: readonly string[]
  readonly current: string
  /** The command that the line names, and every command by name. */
  readonly command: CommandSpec | undefined
  readonly commands: ReadonlyMap<string, CommandSpec>
  /** Flags that the line may have. */
  readonly flags: readonly FlagSpec[]
  readonly guide: () => Promise<Guide>
}

/** Candidates that begin with the typed word. */
export async function candidates(line: TypedLine): Promise<Candidates> {
  const all = await allCandidates(line)
  if (all === 'files') return all
  const typed = line.current.toLowerCase()
  return all.filter(({ value }) => value.toLowerCase().startsWith(typed))
}

async function allCandidates(line: TypedLine): Promise<Candidates> {
  const { before, current, flags, commands } = line
  if (before.length === 1 && before[0]?.toLowerCase() === 'help') {
    return [...commands.keys(), ...Object.keys(HELP_TOPICS)].map((value) => ({ value }))
  }
  const flag = flags.find((spec) => nameOf(spec) === before.at(-1) && spec.flag.includes('<'))
  if (flag !== undefined) return valuesOf(flag, line)
  if (current.startsWith('-')) return flags.map((spec) => ({ value: nameOf(spec), means: spec.summary }))
  return line.command === undefined ? firstWords(line) : argumentsOf(line.command, line)
}

const nameOf = ({ flag }: FlagSpec) => flag.split(' ')[0] ?? ''

async function valuesOf(spec: FlagSpec, line: TypedLine): Promise<Candidates> {
  if (spec.choices !== undefined) return spec.choices.map((value) => ({ value }))
  if (spec.flag.includes('=')) return answers(await line.guide(), line.current)
  if (spec.flag.includes('question')) return questions(await line.guide())
  return /file|folder/.test(spec.flag) ? 'files' : []
}

/** Completes `kidney-disease=yes`: the question before "=", then its answers, after each comma another one. */
function answers(guide: Guide, typed: string): readonly Candidate[] {
  const equals = typed.indexOf('=')
  if (equals < 0) return guide.questions.map(({ id, label }) => ({ value: `${id}=`, means: label }))
  const question = guide.questions.find(({ id }) => id === typed.slice(0, equals).toLowerCase())
  if (question === undefined) return []
  const start = typed.slice(0, Math.max(equals, typed.lastIndexOf(',')) + 1)
  const typedAnswers = start.slice(equals + 1).split(',')
  return [...question.answers, { id: UNSURE, label: 'Not sure' }]
    .filter(({ id }) => !typedAnswers.includes(id))
    .map(({ id, label }) => ({ value: `${start}${id}`, means: label }))
}

async function firstWords({ before, commands, guide }: TypedLine): Promise<readonly Candidate[]> {
  const words = before.filter((word) => !word.startsWith('-'))
  const loaded = await guide()
  if (words.length > 0) return sections(loaded, words)
  const named = [...commands].map(([value, { summary }]) => ({ value, means: summary }))
  return [...named, { value: 'help', means: 'help' }, ...names(loaded), ...questions(loaded)]
}

async function argumentsOf({ name, words = '' }: CommandSpec, line: TypedLine): Promise<Candidates> {
  const kind = /[a-z]+/.exec(words)?.[0]
  if (/^(file|folder|record|guide)$/.test(kind ?? '')) return 'files'
  if (name === 'completion') return SHELLS.map((value) => ({ value }))
  if (kind === undefined || (kind === 'words' && name !== 'sources')) return []
  const guide = await line.guide()
  if (name === 'sources') return guide.sources.map(({ id, title }) => ({ value: id, means: title }))
  if (name === 'questions') return questions(guide)
  if (kind === 'option') return guide.options.map(({ id, title }) => ({ value: id, means: title }))
  if (kind === 'answer') return []
  const typed = line.before.filter((word) => !word.startsWith('-')).slice(1)
  return name === 'show' && typed.length > 0 ? sections(guide, typed) : names(guide)
}

function names({ topics, options }: Guide): readonly Candidate[] {
  return [...options, ...topics].map(({ id, title }) => ({ value: id, means: title }))
}

function questions(guide: Guide): readonly Candidate[] {
  return guide.questions.map(({ id, label }) => ({ value: id, means: label }))
}

/** After the name of an option or a topic: its sections. */
function sections(guide: Guide, words: readonly string[]): readonly Candidate[] {
  const { kind } = findByName(guide, words.join(' '))
  return kind === 'option' || kind === 'topic' ? SECTIONS.map((value) => ({ value })) : []
}
