import type { Guide } from '../../core/model.ts'
import { asSummary } from '../../core/read-summary.ts'
import { mergeFault, mergeSummaries, type RegisterSummary } from '../../core/register-summary.ts'
import { documentKind } from '../../guide/answers/document-kind.ts'
import { readJson } from '../../guide/parse/read-json.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import { summaryPage } from '../../view/pages/summary-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

export const command: CommandSpec<{ readonly merge?: boolean }> = {
  name: 'summary',
  words: '<file...>',
  summary: 'the counts that plan --batch --summary --json wrote, as a table',
  flags: [{ flag: '--merge', summary: 'add up the summaries of several pieces of a register' }],
  examples: [
    'nextline summary counts.json',
    'nextline summary --merge piece-0.json piece-1.json',
    'nextline summary --merge piece-*.json --json > counts.json',
  ],
  run: (context, words, flags) => summary(context, words, flags.merge === true),
}

async function summary(context: CommandContext, files: readonly string[], merge: boolean): Promise<ExitCode> {
  if (files.length > 1 && !merge) {
    throw new UsageFailure(
      'One summary is shown at a time.',
      `To add them up: nextline summary --merge ${files.join(' ')}`,
    )
  }
  const twice = files.find((file, index) => files.indexOf(file) < index)
  if (twice !== undefined) throw new UsageFailure(`${twice} is named twice, and would be counted twice.`)
  const [first, ...others] = files.map((file) => ({ file, summary: readSummary(context.io, file) }))
  if (first === undefined) throw new Error('commander asks for a file')
  for (const { file, summary: other } of others) {
    const fault = mergeFault(first.summary, other)
    if (fault !== undefined) throw new UsageFailure(`${first.file} and ${file} cannot be added: ${fault}.`)
  }
  const sum = mergeSummaries(
    first.summary,
    others.map(({ summary: other }) => other),
  )
  const guide = context.json ? undefined : await guideOf(context, sum)
  await write(
    context,
    () => summaryPage(guide, sum, context.io.width),
    () => sum,
  )
  return EXIT.done
}

/** The guide, for titles of options; undefined when the summary was made with another one. */
async function guideOf(
  context: CommandContext,
  { guide: mark }: RegisterSummary,
): Promise<Guide | undefined> {
  const guide = await openGuide(context)
  if (guide.id === mark.id) return guide
  context.io.err(`The summary was made with the guide ${mark.id}; name it with --guide to see titles.\n`)
  return undefined
}

function readSummary(io: Io, file: string): RegisterSummary {
  const text = io.readFile(file)
  const read = readJson(text, LARGEST)
  const summary = 'data' in read ? asSummary(read.data) : undefined
  if (summary !== undefined) return summary
  const kind = 'data' in read ? documentKind(read.data) : undefined
  const name = kind?.name ?? 'something else'
  const what = name.startsWith('a summary')
    ? 'a summary with a field missing or counts that do not add up'
    : name
  throw new UsageFailure(
    `${file} is ${what}, not what \`plan --batch --summary --json\` wrote.`,
    'Make it with: nextline plan --batch people.ndjson --summary --json > counts.json',
  )
}

/** A summary of 10,000 groups. */
const LARGEST = 32 * 2 ** 20
