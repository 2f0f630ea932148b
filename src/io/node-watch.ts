import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { UsageFailure } from './failure.ts'
import { kindOf, reasonOf } from './node-files.ts'

/** An editor writes a file in several steps; after this many milliseconds they count as one change. */
const ONE_CHANGE = 30

/** Gives a value each time something in a guide's folder has changed. Ends only with the program. */
export async function* watchFolder(folder: string): AsyncGenerator<void> {
  let changed = false
  let wake = () => {}
  const notice = () => {
    changed = true
    wake()
  }
  const watchers = [folder, join(folder, 'options')]
    .filter((path) => kindOf(path) === 'folder')
    .map((path) => watchOne(path, notice))
  try {
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
  } finally {
    for (const watcher of watchers) watcher.close()
  }
}

function watchOne(path: string, notice: () => void): FSWatcher {
  try {
    return watch(path, notice)
  } catch (error) {
    throw new UsageFailure(`cannot watch ${path}: ${reasonOf(error)}`, 'Run check without --watch.')
  }
}
