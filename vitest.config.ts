/** Unit, conformance, exercise and content tests; browser tests are Playwright's (playwright.config.ts). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**', 'node_modules/**'], testTimeout: 60_000 },
});
