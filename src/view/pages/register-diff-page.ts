import type { RegisterDiff } from '../../core/engine/register-diff.ts'
import type { Guide, PlanOutcome } from '../../core/model.ts'
import { withCommas } from '../../text/words.ts'
import { heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { shortTitle } from '../text/short-names.ts'

type RegisterComparison = {
  readonly names: readonly [string, string]
  readonly before: Guide
  readonly result: RegisterDiff & { readonly errors: number }
}

const OUTCOME_NAME: Readonly<Record<PlanOutcome, string>> = {
  options: 'options',
  urgent: 'care first',
  'out-of-scope': 'not covered',
}

/** What another guide changes for the people of a register. */
export function registerDiffPage({ names, before, result }: RegisterComparison): Document {
  const title = `What changes for these people from ${names[0]} to ${names[1]}`
  const { people, changed, errors, notTaken } = result
  const notCompared = [
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
          strong:
            changed === 0 ? 'Nothing changes.' : `Something changes for ${share(changed, people)} people.`,
        },
        ...notCompared,
      ),
      ...section(
        heading(2, 'Who gets a list'),
        list(
          result.outcomes.map(
            ({ from, to, people: moved }) =>
              `${OUTCOME_NAME[from]} to ${OUTCOME_NAME[to]}: ${share(moved, people)}`,
          ),
        ),
      ),
      ...optionBlocks(before, result),
    ],
  }
}

/** For each option its changed statuses, and who gains or loses it as a next step. */
function optionBlocks(before: Guide, { options, people }: RegisterDiff): readonly Block[] {
  return Object.entries(options).flatMap(([id, { statuses, gained, lost }]) => {
    const option = before.options.find((candidate) => candidate.id === id)
    const steps = [
      ...(gained === 0 ? [] : [`becomes a next step: ${share(gained, people)}`]),
      ...(lost === 0 ? [] : [`is a next step no more: ${share(lost, people)}`]),
    ]
    const shifts = statuses.map(({ from, to, people: moved }) => `${from} to ${to}: ${share(moved, people)}`)
    return section(heading(2, option === undefined ? id : shortTitle(option)), list([...shifts, ...steps]))
  })
}

function share(count: number, all: number): string {
  return `${withCommas(count)} of ${withCommas(all)}`
}
