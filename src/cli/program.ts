import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EXIT, type ExitCode } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { VERSION } from '../version.ts'
import { type Flags, settingOf } from './context.ts'
import { COMMANDS, type Run } from './program-commands.ts'

/** The command grammar, and nothing else. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const program = createProgram(argv, io, (found) => {
    code = found
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    // It has said what is wrong with the line, or printed the help or the version that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.cannot
    throw error
  }
}

function createProgram(argv: readonly string[], io: Io, done: Run['done']): Command {
  const program = new Command('nextline')
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
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
    })
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(true)
    .showHelpAfterError('Run it with --help to see how it is used.')
  addEverywhere(program)
  const run: Run = { setting: (command) => settingOf(io, command.optsWithGlobals<Flags>()), done }
  addBareNames(program, run)
  // A line that begins with a command needs no other one: making them all takes longer than a look-up.
  const [first = ''] = argv
  const needed = Object.hasOwn(COMMANDS, first) ? [first] : Object.keys(COMMANDS)
  for (const name of needed) COMMANDS[name]?.(program, run)
  return program
}

/** Flags that every command takes, before its name or after it. */
function addEverywhere(program: Command): void {
  program
    .option('--guide <id|folder|file>', 'which guide to use (also NEXTLINE_GUIDE)')
    .addOption(new Option('--for <reader>', 'whom to write for').choices(['patient', 'clinician']))
    .option('--json', 'print one JSON document')
    .option('--width <columns>', 'how wide to write', columns)
    .option(
      '--plain',
      'for screen readers and logs: no colour, no drawing, one fact a line (also ACCESSIBLE=1)',
    )
    .option('--color', 'colour even when the output is not a terminal')
    .option('--no-color', 'no colour (also NO_COLOR)')
}

function columns(value: string): number {
  const width = Number(value)
  if (!Number.isInteger(width) || width < 20 || width > 1000) {
    throw new InvalidArgumentError('It is a number of columns from 20 to 1000.')
  }
  return width
}

const EXAMPLES = `
Examples:
  nextline                        what the guide is about
  nextline show nsaids            one option in full
  nextline ibuprofen              the same, by another name
  nextline walk                   questions, then your own list
  nextline plan --set warning-signs=none --set kidney-disease=yes`

/** Without a command: what the guide is about, or the topic or option that is named. */
function addBareNames(program: Command, { setting, done }: Run): void {
  program
    .argument('[name...]', 'a topic or an option: the same as "show"')
    .addHelpText('after', EXAMPLES)
    .action(async (names: string[], _flags, command: Command) => {
      if (names.length === 0) done(await (await import('./commands/overview.ts')).overview(setting(command)))
      else
        done(await (await import('./commands/show.ts')).show(setting(command), names, Object.keys(COMMANDS)))
    })
}
