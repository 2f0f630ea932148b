import type { RegisterDiff } from '../../core/engine/register-diff.ts'
import type { Guide, PlanOutcome } from '../../core/model.ts'
import { withCommas } from '../../text/words.ts'
import { heading, list, paragraph, section } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'
import { shortTitle } from '../text/short-names.ts'

type RegisterComparison = {
  readonly names: readonly [string, string]
  readonly before: Guide
  readonly result: RegisterDiff & { readonly errors: number }
}

const OUTCOME: Readonly<Record<PlanOutcome, string>> = {
  options: 'options',
  urgent: 'care first',
  'out-of-scope': 'not covered',
}

/** What another guide changes for the people of a register. */
export function registerDiffPage({ names, before, result }: RegisterComparison): Document {
  const title = `What changes for these people from ${names[0]} to ${names[1]}`
  const { people, changed, errors, notTaken } = result
  const apart = [
    notTaken === 0
      ? ''
      : ` ${withCommas(notTaken)} were not compared: ${names[1]} does not take their answers.`,
    errors === 0 ? '' : ` ${withCommas(errors)} lines were bad.`,
  ]
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(
        {
          strong: changed === 0 ? 'Nothing changes.' : `Something changes for ${of(changed, people)} people.`,
        },
        ...apart,
      ),
      ...section(
        heading(2, 'Who gets a list'),
        list(
          result.outcomes.map(
            ({ from, to, people: moved }) => `${OUTCOME[from]} to ${OUTCOME[to]}: ${of(moved, people)}`,
          ),
        ),
      ),
      ...Object.entries(result.options).flatMap(([id, { statuses, gained, lost }]) => {
        const option = before.options.find((candidate) => candidate.id === id)
        const steps = [
          ...(gained === 0 ? [] : [`becomes a next step: ${of(gained, people)}`]),
          ...(lost === 0 ? [] : [`is a next step no more: ${of(lost, people)}`]),
        ]
        const shifts = statuses.map(({ from, to, people: moved }) => `${from} to ${to}: ${of(moved, people)}`)
        return section(
          heading(2, option === undefined ? id : shortTitle(option)),
          list([...shifts, ...steps]),
        )
      }),
    ],
  }
}

function of(count: number, all: number): string {
  return `${withCommas(count)} of ${withCommas(all)}`
}
