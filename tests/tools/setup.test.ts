/** Set-up: nothing to do is nothing said, and a failure says why and what to try. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STAMP = join(ROOT, 'node_modules/.loopwise-setup');

function setup(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools/setup.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, said: stdout + stderr };
}

let stampBefore: string | undefined;

// The packages are there, since this test runs; the stamp says so to the script, whoever installed them.
beforeAll(() => {
  stampBefore = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
  writeFileSync(
    STAMP,
    createHash('sha256')
      .update(readFileSync(join(ROOT, 'package-lock.json')))
      .digest('hex'),
  );
});

afterAll(() => {
  if (stampBefore !== undefined) writeFileSync(STAMP, stampBefore);
});

test('says nothing when everything is there', () => {
  expect(setup([])).toEqual({ status: 0, said: '' });
});

test('a browser that was named and does not run is told, with what to try', () => {
  const { status, said } = setup(['--browser'], { LOOPWISE_BROWSER: '/no/such/browser' });
  expect(status).toBe(1);
  expect(said).toContain('FAILED: LOOPWISE_BROWSER is "/no/such/browser", which does not run');
  expect(said).toContain('try: set it to the path of a Chrome or Chromium, or unset it');
});
