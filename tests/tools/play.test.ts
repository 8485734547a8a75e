/** `npm run play`, as a terminal sees it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRecord } from '../../src/sandbox/parse.ts';

const PLAY = fileURLToPath(new URL('../../tools/play.ts', import.meta.url));

const FILES = {
  'note.ts': `import { gather, run, sleep } from 'asyncio';
async function getRequest(url: number) { await sleep(2); return url; }
async function main() { console.log(await gather(...[1, 2, 3].map((url) => getRequest(url)))); }
run(main());`,
  'raises.ts': `import { run, sleep } from 'asyncio';

async function work(): Promise<void> {
  await sleep(1);
  throw new RangeError('no such thing');
}

async function main(): Promise<void> {
  console.log('first');
  sleep(3);
  await work();
}

run(main());
`,
  'recursion.ts': `function down(): number {\n  return down() + 1;\n}\ndown();`,
  'deadlock.ts': `import { Future, run } from 'asyncio';\nasync function main() {\n  await new Future();\n}\nrun(main());`,
  'endless.ts': `console.log('before');\nfor (;;);`,
  'prints.ts': `for (;;) console.log('again');`,
  'syntax.ts': `const ok = 1;\nconst = 2;`,
  'with space (1).ts': `throw new Error('here');`,
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'play-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function play(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PLAY, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('play', () => {
  test('prints what the program prints, and nothing else', () => {
    expect(play('note.ts')).toEqual({ status: 0, stdout: '[1, 2, 3]\n', stderr: '' });
  });

  test('ends with 1 and a traceback as Python prints it when the program raises', () => {
    expect(play('raises.ts')).toEqual({
      status: 1,
      stdout: 'first\n',
      stderr: `raises.ts: RuntimeWarning: coroutine 'sleep' was never awaited
  The call made a coroutine, and nothing ran it. Write \`await sleep(…)\` (also after \`return\`), or hand it to \`createTask\` or \`gather\`.
Traceback (most recent call last):
  File "raises.ts", line 14, in <module>
    run(main());
  File "raises.ts", line 11, in main
    await work();
  File "raises.ts", line 5, in work
    throw new RangeError('no such thing');
RangeError: no such thing
`,
    });
  });

  test('tells a recursion once, and how it goes on', () => {
    const { status, stderr } = play('recursion.ts');
    expect(status).toBe(1);
    expect(stderr).toContain('[Previous line repeated]');
    expect(stderr.split('\n').length).toBeLessThan(15);
    expect(stderr).toContain('(A function calls itself without an end.)');
  });

  test('names who waits for what in a deadlock', () => {
    const { status, stderr } = play('deadlock.ts');
    expect(status).toBe(1);
    expect(stderr).toContain('Task-1 (main) in main() at deadlock.ts:3 waits for');
  });

  test('ends what does not end, with what it had printed', () => {
    const { status, stdout, stderr } = play('endless.ts');
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'before\n' });
    expect(stderr).toContain('endless.ts was ended: its loops turned more than 50,000,000 times without a pause');
  });

  test('ends what prints without an end', () => {
    const { status, stdout, stderr } = play('prints.ts');
    expect(status).toBe(1);
    expect(stdout.split('\n')).toHaveLength(1001);
    expect(stderr).toContain('it printed more than 1,000 lines');
  });

  test('tells a syntax error with its line', () => {
    const { status, stdout, stderr } = play('syntax.ts');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/File "syntax.ts", line 2\n {4}const = 2;\nSyntaxError: /);
  });

  test('names lines whatever the file is called', () => {
    expect(play('with space (1).ts').stderr).toContain('File "with space (1).ts", line 1, in <module>');
  });

  test('with --json gives one line a file, whatever happens in it', () => {
    const files = ['note.ts', 'raises.ts', 'syntax.ts'];
    const { status, stdout } = play('--json', ...files);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    const records = lines.map((line, index) => {
      const { file, record } = JSON.parse(line) as { file: string; record: unknown };
      expect(file).toBe(files[index]);
      return parseRecord(JSON.stringify(record));
    });
    expect(records[0]).toMatchObject({ outcome: 'finished', elapsed: 2, output: [{ text: '[1, 2, 3]', t: 2 }] });
    expect(records[1]).toMatchObject({ outcome: 'raised', error: { type: 'RangeError' } });
    expect(records[2]).toMatchObject({
      outcome: 'raised',
      error: { type: 'SyntaxError', frames: [{ file: 'syntax.ts', line: 2 }] },
    });
    expect(play('--json', ...files).stdout).toBe(stdout);
  });

  test('runs each of several files, and says of a missing one that it is missing', () => {
    const { status, stdout, stderr } = play('nowhere.ts', 'note.ts');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '[1, 2, 3]\n' });
    expect(stderr).toContain('play: nowhere.ts: there is no such file');
  });

  test('without a file, or with an option that it does not know, says how it is used', () => {
    for (const args of [[], ['--fast', 'note.ts']]) {
      const { status, stderr } = play(...args);
      expect(status).toBe(2);
      expect(stderr).toContain('Usage: npm run play');
    }
  });
});
