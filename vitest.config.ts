import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const outside = [...configDefaults.exclude, '.next/**', '.data/**', 'e2e/**/*.spec.ts', '.ci/rules/fixtures/**']

/** `unit` is pure; `integration` runs against a real PostgreSQL, and with TEST_QUEUE=redis against a real Redis. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // Much of what they do is waiting: for a server that starts, a job that comes due, a worker that is killed.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...outside, '**/*.int.test.*'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.int.test.{ts,tsx}'],
          exclude: outside,
          globalSetup: 'db/testing/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
    ],
  },
})
