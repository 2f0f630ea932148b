import { Command, InvalidArgumentError, Option } from 'commander'
import type { Setting } from './commands/setting.ts'
import { EXIT, type ExitCode } from './io/failure.ts'
import type { Io } from './io/io.ts'
import { VERSION } from './version.ts'

type Flags = {
  readonly guide?: string
  readonly for?: 'patient' | 'clinician'
  readonly json?: boolean
  readonly width?: number
  readonly plain?: boolean
  readonly color?: boolean
}

/** The command grammar, and nothing else: every action imports its handler when it is called. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const program = createProgram(io, (found) => {
    code = found
  })
  await program.parseAsync([...argv], { from: 'user' })
  return code
}

function createProgram(io: Io, done: (code: ExitCode) => void): Command {
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
  const setting = (command: Command) => settingOf(io, command.optsWithGlobals<Flags>())
  addLookUps(program, setting, done)
  addPlanning(program, setting, done)
  addPublishing(program, setting, done)
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

function settingOf(io: Io, flags: Flags): Setting {
  const plain = flags.plain === true || io.plain
  const forced = flags.color === true ? (io.colorLevel === 0 ? 1 : io.colorLevel) : io.colorLevel
  return {
    io: {
      ...io,
      plain,
      width: flags.width ?? io.width,
      colorLevel: plain || flags.color === false ? 0 : forced,
    },
    guide: flags.guide ?? (io.env.NEXTLINE_GUIDE || undefined),
    reader: flags.for,
    width: flags.width,
    json: flags.json === true,
  }
}

type ToSetting = (command: Command) => Setting
type Done = (code: ExitCode) => void

const LOOKUP_EXAMPLES = `
Examples:
  nextline                        what the guide is about
  nextline show nsaids            one option in full
  nextline ibuprofen              the same, by another name
  nextline walk                   questions, then your own list
  nextline plan --set warning-signs=none --set kidney-disease=yes`

function addLookUps(program: Command, setting: ToSetting, done: Done): void {
  program
    .argument('[name...]', 'a topic or an option: the same as "show"')
    .addHelpText('after', LOOKUP_EXAMPLES)
    .action(async (names: string[], _flags, command: Command) => {
      if (names.length === 0) done(await (await import('./commands/overview.ts')).overview(setting(command)))
      else
        done(await (await import('./commands/show.ts')).show(setting(command), names, commandNames(command)))
    })
  program
    .command('topics')
    .description('topics and their options, one line each')
    .action(async (_flags, command: Command) => {
      done(await (await import('./commands/topics.ts')).topics(setting(command)))
    })
  program
    .command('show <name...>')
    .description('a topic or an option in full: an id, a title, or another name for it')
    .addHelpText('after', '\nExamples:\n  nextline show physical therapy\n  nextline show RFA --for patient')
    .action(async (names: string[], _flags, command: Command) => {
      done(await (await import('./commands/show.ts')).show(setting(command), names))
    })
  program
    .command('risks [name...]')
    .description('risks and side effects, side by side')
    .addHelpText('after', '\nExamples:\n  nextline risks nsaids opioids\n  nextline risks medications')
    .action(async (names: string[], _flags, command: Command) => {
      done(await (await import('./commands/risks.ts')).risks(setting(command), names))
    })
  program
    .command('faq [words...]')
    .description('the questions people ask, with answers; with words, those that match')
    .addHelpText('after', '\nExamples:\n  nextline faq\n  nextline faq blood thinner')
    .action(async (words: string[], _flags, command: Command) => {
      done(await (await import('./commands/faq.ts')).faq(setting(command), words))
    })
  program
    .command('tips')
    .description('the short version: what to do when it did not work')
    .action(async (_flags, command: Command) => {
      done(await (await import('./commands/tips.ts')).tips(setting(command)))
    })
  program
    .command('compare <name> <name...>')
    .description('options side by side, one row for each point')
    .addHelpText('after', '\nExample:\n  nextline compare physical-therapy acupuncture')
    .action(async (first: string, rest: string[], _flags, command: Command) => {
      done(await (await import('./commands/compare.ts')).compare(setting(command), [first, ...rest]))
    })
  program
    .command('search <words...>')
    .description('everything in the guide that matches, best first')
    .addHelpText('after', '\nExample:\n  nextline search stomach bleeding')
    .action(async (words: string[], _flags, command: Command) => {
      done(await (await import('./commands/search.ts')).search(setting(command), words))
    })
  program
    .command('sources [id...]')
    .description('the citations, and what rests on each')
    .addHelpText('after', '\nExample:\n  nextline sources nice-ng59')
    .action(async (ids: string[], _flags, command: Command) => {
      done(await (await import('./commands/sources.ts')).sources(setting(command), ids))
    })
}

function addAnswers(command: Command): Command {
  return command
    .option('--answers <file|->', 'answers as YAML or JSON')
    .option(
      '--set <question=value[,value]>',
      'one answer; may be repeated, and wins over the file',
      collect,
      [],
    )
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

type AnswerFlags = { readonly answers?: string; readonly set: readonly string[] }
type PlanFlags = AnswerFlags & {
  readonly save?: string
  readonly batch?: string | true
  readonly full?: boolean
}

function addPlanning(program: Command, setting: ToSetting, done: Done): void {
  addAnswers(program.command('plan'))
    .description('the personal list, from answers given beforehand')
    .addOption(
      new Option('--save <file>', 'keep a record of the answers and the plan, for its owner alone').conflicts(
        'batch',
      ),
    )
    .addOption(
      new Option(
        '--batch [file|-]',
        'many people: answers as one JSON object a line, to one plan a line',
      ).conflicts(['answers', 'set']),
    )
    .option('--full', 'every option in full; with --batch, whole plans')
    .addHelpText(
      'after',
      '\nExamples:\n  nextline plan --answers answers.yaml\n  nextline plan --set warning-signs=none --set age=18-64 --json\n  nextline plan --batch people.ndjson > plans.ndjson',
    )
    .action(async (flags: PlanFlags, command: Command) => {
      if (flags.batch === undefined)
        done(await (await import('./commands/plan.ts')).planCommand(setting(command), flags))
      else
        done(
          await (await import('./commands/batch.ts')).batch(setting(command), {
            ...flags,
            batch: flags.batch,
          }),
        )
    })
  program
    .command('walk')
    .description('questions one by one, then the personal list')
    .option('--save <file>', 'keep the answers in this file after every screen, and the plan at the end')
    .option('--resume <file>', 'go on with the answers in this file')
    .addHelpText(
      'after',
      '\nExamples:\n  nextline walk\n  nextline walk --plain\n  nextline walk --save mine.json',
    )
    .action(async (flags: { save?: string; resume?: string }, command: Command) => {
      done(await (await import('./commands/walk.ts')).walkCommand(setting(command), flags))
    })
  program
    .command('replay <record>')
    .description('build the plan of a saved record again, and say what differs')
    .addHelpText('after', '\nExample:\n  nextline replay mine.json')
    .action(async (record: string, _flags, command: Command) => {
      done(await (await import('./commands/replay.ts')).replay(setting(command), record))
    })
  addAnswers(program.command('explain <option...>'))
    .description('why an option stands where it does, and what would move it')
    .addHelpText('after', '\nExample:\n  nextline explain nsaids --set kidney-disease=yes')
    .action(async (names: string[], flags: AnswerFlags, command: Command) => {
      done(await (await import('./commands/explain.ts')).explainCommand(setting(command), names, flags))
    })
}

function addPublishing(program: Command, setting: ToSetting, done: Done): void {
  addAnswers(program.command('export [name...]'))
    .description('the guide, or parts of it, or a plan, as pages or data')
    .addOption(new Option('--format <format>', 'how').choices(['markdown', 'json']).default('markdown'))
    .option('--out <file|folder>', 'where to; left out, one page goes to stdout')
    .option('--force', 'also overwrite files that nextline did not write')
    .addHelpText(
      'after',
      '\nExamples:\n  nextline export --out pages\n  nextline export nsaids\n  nextline export --answers mine.yaml --out plan.md',
    )
    .action(async (names: string[], flags, command: Command) => {
      done(await (await import('./commands/export.ts')).exportCommand(setting(command), names, flags))
    })
  program
    .command('check [folder]')
    .description('validate a guide, prove its safety properties, lint its numbers and words')
    .addOption(new Option('--standard <name>', 'score it against a published checklist').choices(['ipdas']))
    .option('--reading', 'the reading grade of its plain texts')
    .addHelpText(
      'after',
      '\nExamples:\n  nextline check\n  nextline check my-guide\n  nextline check --standard ipdas',
    )
    .action(async (folder: string | undefined, flags, command: Command) => {
      done(await (await import('./commands/check.ts')).check(setting(command), folder, flags))
    })
}

/** Names of commands, to suggest one when a bare name is none of the guide's. */
function commandNames(program: Command): readonly string[] {
  return program.commands.map((command) => command.name())
}
