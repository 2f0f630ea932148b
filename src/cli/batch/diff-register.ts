import { createDiffCounter } from '../../core/engine/register-diff.ts'
import { guideId } from '../../core/guide-id.ts'
import type { Guide } from '../../core/model.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { registerDiffPage } from '../../view/pages/register-diff-page.ts'
import type { CommandContext } from '../context.ts'
import { write } from '../output.ts'
import { countRegister } from './count-register.ts'
import type { InputKind } from './people.ts'

type RegisterComparison = {
  readonly names: readonly [string, string]
  readonly before: Guide
  readonly after: Guide
  readonly people: string
  readonly input: InputKind | undefined
}

/** Compares two guides over the people of a register. Status 1 when anything changes or a line is bad. */
export async function diffRegister(
  context: CommandContext,
  { names, before, after, people: path, input: kind }: RegisterComparison,
): Promise<ExitCode> {
  const counter = createDiffCounter(before, after)
  const errors = await countRegister(context.io, before, { path, kind }, counter.add)
  const result = { ...counter.result(), errors }
  await write(
    context,
    () => registerDiffPage({ names, before, result }),
    () => ({ schema: 'nextline/register-diff@1', before: guideId(before), after: guideId(after), ...result }),
  )
  return result.changed + result.notTaken + errors === 0 ? EXIT.done : EXIT.no
}
