import { type Command, Option } from 'commander'
import type { ExitCode } from '../io/failure.ts'
import type { Setting } from './context.ts'

/** What an action is given: the setting that a command's flags make, and where its exit status goes. */
export type Run = {
  readonly setting: (command: Command) => Setting
  readonly done: (code: ExitCode) => void
}

type AnswerFlags = { readonly answers?: string; readonly set?: readonly string[] }
type PlanFlags = AnswerFlags & {
  readonly save?: string
  readonly force?: boolean
  readonly batch?: string | true
  readonly full?: boolean
}

/** Every command by name: adds itself to the program. Its action imports its handler when it is called. */
export const COMMANDS: Readonly<Record<string, (program: Command, run: Run) => void>> = {
  topics: (program, { setting, done }) => {
    program
      .command('topics')
      .description('topics and their options, one line each')
      .action(async (_flags, command: Command) => {
        done(await (await import('./commands/topics.ts')).topics(setting(command)))
      })
  },
  show: (program, { setting, done }) => {
    program
      .command('show <name...>')
      .description('a topic or an option in full: an id, a title, or another name for it')
      .addHelpText(
        'after',
        '\nExamples:\n  nextline show physical therapy\n  nextline show RFA --for patient',
      )
      .action(async (names: string[], _flags, command: Command) => {
        done(await (await import('./commands/show.ts')).show(setting(command), names))
      })
  },
  risks: (program, { setting, done }) => {
    program
      .command('risks [name...]')
      .description('risks and side effects, side by side')
      .addHelpText('after', '\nExamples:\n  nextline risks nsaids opioids\n  nextline risks medications')
      .action(async (names: string[], _flags, command: Command) => {
        done(await (await import('./commands/risks.ts')).risks(setting(command), names))
      })
  },
  faq: (program, { setting, done }) => {
    program
      .command('faq [words...]')
      .description('the questions people ask, with answers; with words, those that match')
      .addHelpText('after', '\nExamples:\n  nextline faq\n  nextline faq blood thinner')
      .action(async (words: string[], _flags, command: Command) => {
        done(await (await import('./commands/faq.ts')).faq(setting(command), words))
      })
  },
  tips: (program, { setting, done }) => {
    program
      .command('tips')
      .description('the short version: what to do when it did not work')
      .action(async (_flags, command: Command) => {
        done(await (await import('./commands/tips.ts')).tips(setting(command)))
      })
  },
  compare: (program, { setting, done }) => {
    program
      .command('compare <name> <name...>')
      .description('options side by side, one row for each point')
      .addHelpText('after', '\nExample:\n  nextline compare physical-therapy acupuncture')
      .action(async (first: string, rest: string[], _flags, command: Command) => {
        done(await (await import('./commands/compare.ts')).compare(setting(command), [first, ...rest]))
      })
  },
  search: (program, { setting, done }) => {
    program
      .command('search <words...>')
      .description('everything in the guide that matches, best first')
      .addHelpText('after', '\nExample:\n  nextline search stomach bleeding')
      .action(async (words: string[], _flags, command: Command) => {
        done(await (await import('./commands/search.ts')).search(setting(command), words))
      })
  },
  sources: (program, { setting, done }) => {
    program
      .command('sources [id...]')
      .description('the citations, and what rests on each')
      .addHelpText('after', '\nExample:\n  nextline sources nice-ng59')
      .action(async (ids: string[], _flags, command: Command) => {
        done(await (await import('./commands/sources.ts')).sources(setting(command), ids))
      })
  },
  plan: (program, { setting, done }) => {
    addAnswers(program.command('plan'))
      .description('the personal list, from answers given beforehand')
      .addOption(
        new Option(
          '--save <file>',
          'keep a record of the answers and the plan, for its owner alone',
        ).conflicts('batch'),
      )
      .option('--force', 'with --save: replace whatever file is there')
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
  },
  walk: (program, { setting, done }) => {
    program
      .command('walk')
      .description('questions one by one, then the personal list')
      .option('--save <file>', 'keep the answers in this file after every screen, and the plan at the end')
      .option('--resume <file>', 'go on with the answers in this file')
      .option('--force', 'with --save: replace whatever file is there')
      .addHelpText(
        'after',
        '\nExamples:\n  nextline walk\n  nextline walk --plain\n  nextline walk --save mine.json',
      )
      .action(async (flags: { save?: string; resume?: string; force?: boolean }, command: Command) => {
        done(await (await import('./commands/walk.ts')).walkCommand(setting(command), flags))
      })
  },
  replay: (program, { setting, done }) => {
    program
      .command('replay <record>')
      .description('build the plan of a saved record again, and say what differs')
      .addHelpText('after', '\nExample:\n  nextline replay mine.json')
      .action(async (record: string, _flags, command: Command) => {
        done(await (await import('./commands/replay.ts')).replay(setting(command), record))
      })
  },
  explain: (program, { setting, done }) => {
    addAnswers(program.command('explain <option...>'))
      .description('why an option stands where it does, and what would move it')
      .addHelpText('after', '\nExample:\n  nextline explain nsaids --set kidney-disease=yes')
      .action(async (names: string[], flags: AnswerFlags, command: Command) => {
        done(await (await import('./commands/explain.ts')).explainCommand(setting(command), names, flags))
      })
  },
  export: (program, { setting, done }) => {
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
  },
  check: (program, { setting, done }) => {
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
  },
}

function addAnswers(command: Command): Command {
  return command
    .option('--answers <file|->', 'answers as YAML or JSON')
    .option('--set <question=value[,value]>', 'one answer; may be repeated, and wins over the file', collect)
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
