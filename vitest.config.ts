import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Only a failing test waits for it: a busy machine may take seconds to start a program.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
