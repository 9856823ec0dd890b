import { defineConfig } from 'vitest/config'

const browser = process.env.BROWSER_TESTS === '0' ? [] : ['browser/**/*.test.ts', 'browser/**/*.e2e.ts']

export default defineConfig({
  test: {
    reporters: ['default', './support/ci-reporter.mjs'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: ['{rules,house}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['{api,db}/**/*.test.ts', ...browser],
          globalSetup: ['support/global-setup.ts'],
        },
      },
    ],
  },
})
