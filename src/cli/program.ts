import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EXIT, type ExitCode, UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { VERSION } from '../version.ts'
import type { CommandSpec, FlagSpec } from './command.ts'
import { COMMANDS } from './commands.ts'
import { contextOf, type GlobalFlags } from './context.ts'
import { BARE_NAME_FLAGS, GLOBAL_FLAGS } from './global-flags.ts'
import { examplesText, helpTopic } from './help.ts'
import { formatHelp } from './program-help.ts'
import { readSettings, SETTINGS } from './settings.ts'

/** Runs one command line. The grammar has only the commands that the line names. */
export async function runProgram(typed: readonly string[], io: Io): Promise<ExitCode> {
  const topic = helpTopic(typed, io)
  if (topic !== undefined) {
    io.out(topic)
    return EXIT.done
  }
  const argv = asCommandLine(typed)
  const specs = new Set(await Promise.all(neededCommands(argv).map((name) => load(name))))
  let code: ExitCode = EXIT.done
  // Flags before a command, and names without one, are the program's own: most lines have neither.
  const isCommandFirst = argv[0] !== undefined && Object.hasOwn(COMMANDS, argv[0])
  const program = createProgram(io, specs, !isCommandFirst, (exitCode) => {
    code = exitCode
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    // Commander has written the error, the help or the version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.cannot
    throw error
  }
}

/** `help plan` as `plan --help`, `version` as `--version`, and the name of a command in any case. */
function asCommandLine([first = '', ...rest]: readonly string[]): readonly string[] {
  const name = first.toLowerCase()
  if (name === 'red' && rest[0]?.toLowerCase() === 'flags') return ['warning-signs', ...rest.slice(1)]
  if (name === 'help') return [...rest.map((word) => commandName(word) ?? word), '--help']
  if (name === 'version' && rest.length === 0) return ['--version']
  return first === '' && rest.length === 0 ? [] : [commandName(first) ?? first, ...rest]
}

function commandName(word: string): string | undefined {
  return Object.hasOwn(COMMANDS, word.toLowerCase()) ? word.toLowerCase() : undefined
}

/** Names of the commands to load: those on the line, or all for the program's help. */
function neededCommands(argv: readonly string[]): readonly string[] {
  const named = argv.filter((word) => Object.hasOwn(COMMANDS, word))
  const isHelp = argv.includes('--help') || argv.includes('-h')
  return named.length === 0 && isHelp ? Object.keys(COMMANDS) : [...new Set(named)]
}

async function load(name: string): Promise<CommandSpec> {
  const loaded = await COMMANDS[name]?.()
  if (loaded === undefined) throw new Error(`no command ${name}`)
  return loaded.command
}

function createProgram(
  io: Io,
  specs: Iterable<CommandSpec>,
  bareNames: boolean,
  done: (code: ExitCode) => void,
): Command {
  const program = new Command('nextline')
  const widthOf = (command: Command) =>
    command.opts<GlobalFlags>().width ?? program.opts<GlobalFlags>().width ?? io.width
  program
    .description(
      'A treatment did not work. What comes next?\nLook-ups, a personal list of options with the reason for every line, and pages.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(text.replace(/^error:/, 'nextline:')),
    })
    .configureHelp({ formatHelp: (command, helper) => formatHelp(command, helper, widthOf(command)) })
    .enablePositionalOptions()
    .showSuggestionAfterError(true)
    .showHelpAfterError('Run it with --help to see how it is used.')
  const run = (spec: CommandSpec) => async (words: readonly string[], command: Command) => {
    const flags = { ...givenFlags(program), ...givenFlags(command) }
    done(await spec.run(contextOf(io, flags as GlobalFlags, readSettings(io)), words, flags))
  }
  if (bareNames) addBareNames(program, run, widthOf)
  for (const spec of specs) addCommand(program, spec, run(spec), widthOf)
  return program
}

type WidthOf = (command: Command) => number
type Run = (words: readonly string[], command: Command) => Promise<void>

function addCommand(program: Command, spec: CommandSpec, run: Run, widthOf: WidthOf): void {
  const command = program.command(`${spec.name} ${spec.words ?? ''}`.trim()).description(spec.summary)
  command.aliases(
    Object.keys(COMMANDS).filter((name) => COMMANDS[name] === COMMANDS[spec.name] && name !== spec.name),
  )
  addFlags(command, [...(spec.flags ?? []), ...EVERYWHERE_FLAGS])
  command
    .addHelpText('after', () => examplesText(spec.examples, widthOf(command)))
    .action((...args: unknown[]) => run(args.slice(0, -2).flat().filter(isText), command))
}

/** Without a command: the overview, or a look-up of the words. */
function addBareNames(program: Command, run: (spec: CommandSpec) => Run, widthOf: WidthOf): void {
  addFlags(program, [...BARE_NAME_FLAGS, ...EVERYWHERE_FLAGS])
  program
    .argument('[name...]', 'a topic, an option, a question or an answer')
    .addHelpText('after', () => examplesText(EXAMPLES, widthOf(program)))
    .action(async (words: readonly string[]) => {
      const { command } = await (words.length === 0
        ? import('./commands/overview.ts')
        : import('./commands/bare-name.ts'))
      await run(command)(words, program)
    })
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The flags given on the line, and those with a default. */
function givenFlags(command: Command): Record<string, unknown> {
  const flags = Object.entries(command.opts())
  return Object.fromEntries(
    flags.filter(([name]) => command.getOptionValueSource(name) === 'cli' || !GLOBAL_NAMES.has(name)),
  )
}

function addFlags(command: Command, specs: readonly FlagSpec[]): void {
  for (const spec of specs) command.addOption(optionOf(spec))
}

function optionOf(spec: FlagSpec): Option {
  const option = new Option(spec.flag, spec.summary)
  if (spec.conflicts !== undefined) option.conflicts([...spec.conflicts])
  if (spec.group !== undefined) option.helpGroup(spec.group)
  if (!option.required && !option.optional) return option
  if (spec.choices !== undefined) option.choices([...spec.choices])
  if (spec.initial !== undefined) option.default(spec.initial)
  return option.argParser((value: string, before: unknown) => {
    const read = readValue(option.long ?? spec.flag, value, spec)
    return spec.repeatable === true ? [...(Array.isArray(before) ? before : []), read] : read
  })
}

/** A flag's value. One that looks like another flag means that the value is missing. */
function readValue(name: string, value: string, spec: FlagSpec): unknown {
  if (/^-./.test(value)) {
    throw new UsageFailure(
      `${name} needs ${spec.needs ?? 'a value'}, and "${value}" looks like another flag.`,
      `Write it as: ${spec.flag}`,
    )
  }
  if (spec.choices === undefined) return spec.read === undefined ? value : spec.read(value)
  const choice = spec.choices.find((allowed) => allowed === value.toLowerCase())
  if (choice === undefined) throw new InvalidArgumentError(`It is one of: ${spec.choices.join(', ')}.`)
  return choice
}

const EVERYWHERE = 'Everywhere:'
const EVERYWHERE_FLAGS = GLOBAL_FLAGS.map((spec) => ({
  ...spec,
  group: EVERYWHERE,
  ...(spec.flag.startsWith('--width') && { read: columns }),
}))

const GLOBAL_NAMES = new Set(GLOBAL_FLAGS.map(({ flag }) => new Option(flag).attributeName()))

const EXAMPLES = [
  'nextline                    what the guide is about',
  'nextline ibuprofen          an option on one screen',
  'nextline rfa guidelines     one section of it',
  'nextline pregnancy          what an answer changes',
  'nextline walk               questions, then your own list',
  'nextline help answers       how answers are written',
]

function columns(value: string): unknown {
  const width = SETTINGS.width.read(value)
  if (width === undefined) throw new InvalidArgumentError(`It is ${SETTINGS.width.takes}.`)
  return width
}
