import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', 'scripts/**/*.test.ts', 'dashboard/**/*.test.ts'],
    globalSetup: ['server/test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // These machines are noisy: a test that hangs ends, and a slow minute fails nothing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
})
