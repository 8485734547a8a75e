/**
 * Browser tests: real Chromium against the built site, served from a sub-path without special headers, as any static host would. The browser is the one
 * that `tools/setup.mjs --browser` found.
 */
import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Where the site is served in the tests: a port unlikely to be taken, and a sub-path, which any host may choose. */
const PORT = 4387;
const ADDRESS = `http://localhost:${String(PORT)}/some/sub-path/`;

function browser(): string {
  try {
    return readFileSync(new URL('node_modules/.loopwise-browser', import.meta.url), 'utf8');
  } catch {
    throw new Error('no browser is set up yet: run `node tools/setup.mjs --browser` first, or `npm test`, which does');
  }
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: ADDRESS,
    trace: 'off',
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: browser(),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
        // Each test has a fresh profile, which would compile esbuild's WebAssembly anew, and optimise it in the background for 4 s of CPU time: longer than it is used.
        '--js-flags=--liftoff-only',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: `node tools/serve.ts --port ${String(PORT)} --under /some/sub-path/`,
    url: ADDRESS,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
