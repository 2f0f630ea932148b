import { watch } from 'node:fs'
import { join } from 'node:path'
import { UsageFailure } from './failure.ts'
import { kindOf, reasonOf } from './node-files.ts'

/** Milliseconds in which several changes count as one: an editor writes a file in several steps. */
const ONE_CHANGE = 30

/** Yields each time a file in a guide's folder has changed. Never ends. */
export function watchFolder(folder: string): AsyncIterable<void> {
  let changed = false
  let wake = () => {}
  const notice = () => {
    changed = true
    wake()
  }
  for (const path of [folder, join(folder, 'options')]) if (kindOf(path) === 'folder') watchOne(path, notice)
  // Outside the generator, which starts at the first `next()` and would miss earlier changes.
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
