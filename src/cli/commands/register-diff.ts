import { createDiffCounter } from '../../core/engine/register-diff.ts'
import { guideId } from '../../core/guide-id.ts'
import type { Guide } from '../../core/model.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { registerDiffPage } from '../../view/pages/register-diff-page.ts'
import { countRegister } from '../batch/count-register.ts'
import { faultOf, type InputKind } from '../batch/people.ts'
import type { CommandContext } from '../context.ts'
import { write } from '../output.ts'

type Compared = {
  readonly names: readonly [string, string]
  readonly before: Guide
  readonly after: Guide
  readonly people: string
  readonly input: InputKind | undefined
}

/** Compares two guides over the people of a register. Status 1 when anything changes or a line is bad. */
export async function registerDiff(
  context: CommandContext,
  { names, before, after, people: path, input: kind }: Compared,
): Promise<ExitCode> {
  const counter = createDiffCounter(before, after)
  const errors = await countRegister(context.io, before, { path, kind }, (person, answersOf) => {
    if ('error' in person) return person.error
    try {
      if (counter.add(person.data) || counter.add(answersOf(person.data).answers)) return undefined
      throw new Error('answers that were accepted could not be compared')
    } catch (error) {
      return faultOf(error)
    }
  })
  const result = { ...counter.result(), errors }
  await write(
    context,
    () => registerDiffPage({ names, before, result }),
    () => ({ schema: 'nextline/register-diff@1', before: guideId(before), after: guideId(after), ...result }),
  )
  return result.changed + result.notTaken + errors === 0 ? EXIT.done : EXIT.no
}
