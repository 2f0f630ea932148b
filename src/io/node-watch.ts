import { watch } from 'node:fs'
import { join } from 'node:path'
import { UsageFailure } from './failure.ts'
import { kindOf, reasonOf } from './node-files.ts'

/** An editor writes a file in several steps; after this many milliseconds they count as one change. */
const ONE_CHANGE = 30

/** Gives a value each time something in a guide's folder has changed. Ends only with the program. */
export function watchFolder(folder: string): AsyncIterable<void> {
  let changed = false
  let wake = () => {}
  const notice = () => {
    changed = true
    wake()
  }
  for (const path of [folder, join(folder, 'options')]) if (kindOf(path) === 'folder') watchOne(path, notice)
  // Not in the generator, which begins when the first value is asked for: a change before that would be missed.
  async function* changes() {
    for (;;) {
      if (!changed) {
        await new Promise<void>((done) => {
          wake = done
        })
      }
      await new Promise((done) => setTimeout(done, ONE_CHANGE))
      changed = false
      yield
    }
  }
  return changes()
}

function watchOne(path: string, notice: () => void): void {
  try {
    watch(path, notice)
  } catch (error) {
    throw new UsageFailure(`cannot watch ${path}: ${reasonOf(error)}`, 'Run check without --watch.')
  }
}
