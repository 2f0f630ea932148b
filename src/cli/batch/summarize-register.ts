import { addCounts, createCounter } from '../../core/engine/summary.ts'
import { guideVersion } from '../../core/record.ts'
import { registerSummary } from '../../core/register-summary.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { summaryPage } from '../../view/pages/summary-page.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { countRegister } from './count-register.ts'
import type { Register } from './read-register.ts'
import { questionsOf, registerCounter } from './summary-groups.ts'

/**
 * Writes counts over a register, in one pass and constant memory.
 * @param names the questions of `--by`, separated by commas
 */
export async function summarizeRegister(
  context: CommandContext,
  register: Register,
  names: string | undefined,
): Promise<ExitCode> {
  const { io } = context
  const guide = await openGuide(context)
  const by = questionsOf(names, guide)
  const counter = registerCounter(guide, by)
  const errors = await countRegister(io, guide, register, counter.count)
  const groups = counter.groups()
  const summary = registerSummary({
    guide: guideVersion(guide, io.hash),
    errors,
    counts: addCounts([createCounter(guide).counts(), ...groups]),
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
