import { guideMark } from '../../core/record.ts'
import { registerSummary } from '../../core/register-summary.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import { summaryPage } from '../../view/pages/summary-page.ts'
import { batchProgress } from '../batch/progress.ts'
import { readRegister } from '../batch/read-register.ts'
import { questionsOf, registerCounter, totalOf } from '../batch/summarize.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import type { BatchFlags } from './batch.ts'

export type SummaryFlags = Omit<BatchFlags, 'full'> & { readonly by?: string }

/** Counts over a register in one pass and constant memory. Bad lines are counted, and the first are named on stderr. */
export async function batchSummary(context: CommandContext, flags: SummaryFlags): Promise<ExitCode> {
  const { io } = context
  const guide = await openGuide(context)
  const by = questionsOf(flags.by, guide)
  const counter = registerCounter(guide, by)
  const path = flags.batch === true ? '-' : flags.batch
  const faults = firstFaults()
  const progress = batchProgress(io, false)
  try {
    for await (const { people, firstLine, answersOf } of readRegister(io, guide, {
      path,
      kind: flags.input,
    })) {
      for (const [at, person] of people.entries()) {
        const fault = counter.add(person, answersOf)
        progress.count(fault !== undefined)
        if (fault !== undefined) faults.add(`line ${firstLine + at}: ${fault}`)
      }
    }
  } finally {
    progress.end()
  }
  faults.report(io)
  const groups = counter.groups()
  const summary = registerSummary({
    guide: guideMark(guide, io.hash),
    errors: faults.count(),
    counts: totalOf(groups, guide),
    by: by.map(({ id }) => id),
    groups,
  })
  await write(
    context,
    () => summaryPage(guide, summary, io.width),
    () => summary,
  )
  return faults.count() === 0 ? EXIT.done : EXIT.no
}

const FIRST = 5

/** Counts faults, and holds the first few. */
function firstFaults() {
  const first: string[] = []
  let count = 0
  return {
    add: (fault: string) => {
      count += 1
      if (first.length < FIRST) first.push(fault)
    },
    count: () => count,
    report: (io: Io) => {
      for (const fault of first) io.err(`${fault}\n`)
      if (count > first.length) io.err(`and ${(count - first.length).toLocaleString('en')} bad lines more\n`)
    },
  }
}
