import { plan } from '../../core/engine/plan.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { planPage } from '../../view/pages/plan-page.ts'
import type { InputKind } from '../batch/people.ts'
import { ANSWER_FLAGS, type CommandSpec, inputFlag } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { type AnswerFlags, readAnswers } from '../read-answers.ts'

export const command: CommandSpec<PlanFlags> = {
  name: 'plan',
  words: '[answer...]',
  summary: 'the personal list, from answers given beforehand',
  flags: [
    ...ANSWER_FLAGS,
    {
      flag: '--save <file>',
      summary: 'keep a record of the answers and the plan, for its owner alone',
      conflicts: ['batch'],
      needs: 'a file',
    },
    {
      flag: '--batch [file|-]',
      summary: 'many people: the answers of one a line, to one plan a line',
      conflicts: ['answers', 'set'],
      needs: 'a file',
    },
    inputFlag('how the lines of a batch are written (else seen from the file)'),
    { flag: '--summary', summary: 'with --batch: how many people get what', conflicts: ['full'] },
    { flag: '--by <question,...>', summary: 'with --summary: split by answers', needs: 'a question' },
    { flag: '--force', summary: 'with --save: replace whatever file is there' },
    { flag: '--full', summary: 'every option in full; with --batch, whole plans' },
  ],
  examples: [
    'nextline plan --answers answers.yaml',
    'nextline plan --set warning-signs=none --set age=18-64 --json',
    'nextline plan --batch people.ndjson > plans.ndjson',
    'nextline plan --batch people.csv --summary --by age,region',
  ],
  run: async (context, words, flags) => {
    if (words.length > 0) throw answersWithoutFlag(words)
    const { batch, input, by } = flags
    if (batch === undefined) {
      refuseBatchFlags(flags)
      return planCommand(context, flags)
    }
    const register = { path: batch === true ? '-' : batch, kind: input }
    if (flags.summary) {
      const { summarizeRegister } = await import('../batch/summarize-register.ts')
      return summarizeRegister(context, register, by)
    }
    if (by !== undefined) throw new UsageFailure('--by splits a summary.', 'Add --summary.')
    return (await import('../batch/plan-register.ts')).planRegister(context, register, flags)
  },
}

type PlanFlags = AnswerFlags & {
  readonly save?: string
  readonly force?: boolean
  readonly full?: boolean
  readonly batch?: string | true
  readonly input?: InputKind
  readonly summary?: boolean
  readonly by?: string
}

/** Throws UsageFailure for flags that need --batch. */
function refuseBatchFlags({ input, summary, by }: PlanFlags): void {
  const batchFlags = [input && '--input', summary && '--summary', by && '--by'].filter(Boolean)
  if (batchFlags.length > 0) throw new UsageFailure(`${batchFlags.join(', ')} goes with --batch <file>.`)
}

function answersWithoutFlag(words: readonly string[]): UsageFailure {
  const sets = words.filter((word) => word.includes('=')).map((word) => `--set ${word}`)
  return new UsageFailure(
    `plan takes answers with --set, and "${words.join(' ')}" stands without it.`,
    `Try: nextline plan ${sets.length === 0 ? '--set age=72' : sets.join(' ')}`,
  )
}

/** Writes the plan for given answers. */
async function planCommand(context: CommandContext, flags: PlanFlags): Promise<ExitCode> {
  const guide = await openGuide(context)
  const personPlan = plan(guide, await readAnswers(context.io, flags, guide))
  if (flags.save !== undefined) {
    const { refuseLoss, saveRecord } = await import('../records.ts')
    if (flags.force !== true) refuseLoss(context.io, flags.save, personPlan.answers)
    saveRecord(context.io, flags.save, personPlan)
  }
  await write(
    context,
    () =>
      planPage(personPlan, { detail: flags.full ? 'full' : 'first', reader: context.reader ?? 'clinician' }),
    async () => (await import('../../view/json/plan-json.ts')).planJson(personPlan),
    guide,
  )
  return EXIT.done
}
