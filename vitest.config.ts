import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // No test changes what another one sees, so they share modules: loading them took most of the time.
    isolate: false,
    // The default leaves one of two cores to the runner, which hardly uses it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Only a failing test waits for it: a busy machine may take seconds to start a program.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
