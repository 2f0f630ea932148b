import { guideVersion } from '../../core/record.ts'
import { registerSummary } from '../../core/register-summary.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { summaryPage } from '../../view/pages/summary-page.ts'
import { countRegister } from '../batch/count-register.ts'
import { questionsOf, registerCounter, totalOf } from '../batch/summarize.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import type { BatchFlags } from './batch.ts'

export type SummaryFlags = Omit<BatchFlags, 'full'> & { readonly by?: string }

/** Counts over a register in one pass and constant memory. */
export async function batchSummary(context: CommandContext, flags: SummaryFlags): Promise<ExitCode> {
  const { io } = context
  const guide = await openGuide(context)
  const by = questionsOf(flags.by, guide)
  const counter = registerCounter(guide, by)
  const register = { path: flags.batch === true ? '-' : flags.batch, kind: flags.input }
  const errors = await countRegister(io, guide, register, counter.add)
  const groups = counter.groups()
  const summary = registerSummary({
    guide: guideVersion(guide, io.hash),
    errors,
    counts: totalOf(groups, guide),
    by: by.map(({ id }) => id),
    groups,
  })
  await write(
    context,
    () => summaryPage(guide, summary, io.width),
    () => summary,
  )
  return errors === 0 ? EXIT.done : EXIT.no
}
