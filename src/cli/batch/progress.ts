import type { Io } from '../../io/io.ts'
import { withCommas } from '../../text/words.ts'

type BatchProgress = {
  readonly count: (isBad: boolean) => void
  readonly bad: () => number
  /** Removes what was shown. */
  readonly end: () => void
}

/** Counts lines, and shows the number, the rate and the bad ones on a terminal. */
export function batchProgress(
  { showProgress, plain }: Pick<Io, 'showProgress' | 'plain'>,
  besideResults: boolean,
): BatchProgress {
  let lines = 0
  let bad = 0
  const text = (seconds: number) => {
    const rate = withCommas(Math.round(lines / seconds))
    return `${withCommas(lines)} lines, ${rate} a second, ${withCommas(bad)} bad`
  }
  const end = plain ? undefined : showProgress?.(text, besideResults)
  return {
    count: (isBad) => {
      lines += 1
      if (isBad) bad += 1
    },
    bad: () => bad,
    end: () => end?.(),
  }
}
