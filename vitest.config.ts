/** Unit, conformance, exercise and content tests; browser tests are Playwright's (playwright.config.ts). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    maxWorkers: '100%', // not one less than there are cores: on two cores that is one, and tests that wait for processes of their own leave it idle
  },
});
