import { UsageFailure } from '../../io/failure.ts'

const HINT = 'See the questions and their answers with: nextline questions. Or be asked: nextline walk.'

/** More faults are only counted. */
export const FIRST_FAULTS = 5

/** The failure that lists the first few faults of answers. @param count the number of all faults */
export function answersFailure(faults: readonly string[], count = faults.length): UsageFailure {
  const [only] = faults
  if (count === 1 && only !== undefined) return new UsageFailure(only, HINT)
  const first = faults.slice(0, FIRST_FAULTS)
  const more = count > first.length ? [`and ${count - first.length} more`] : []
  return new UsageFailure(
    [`${count} things are wrong with the answers:`, ...first, ...more].join('\n  '),
    HINT,
  )
}
