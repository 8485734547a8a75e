/** `npm run grade`, as an instructor uses it: a folder in, a table out, whatever lies in the folder. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SOURCE_LIMIT } from '../../../tools/grade/submissions.ts';
import { hashOf, type Row } from '../../../tools/grade/row.ts';
import { EATS, folderInPlace, handIn, HANGS, linkTo, mistake, progressFile, REPOSITORY, SOLUTION, STARTER } from './handed-in.ts';

const GRADE = join(REPOSITORY, 'tools/grade.ts');
const ID = 'tasks/fetch-all';
const FILE = `${ID}.ts`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopwise-grade-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const grade = (...args: readonly string[]) =>
  spawnSync(process.execPath, [GRADE, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });

const rowsOf = (path: string): Row[] => (JSON.parse(readFileSync(path, 'utf8')) as { rows: Row[] }).rows;

describe('a class that hands in all sorts of things', () => {
  let rows: readonly Row[] = [];
  let ran: ReturnType<typeof grade>;
  let place = '';
  const of = (learner: string): Row => {
    const [row, ...more] = rows.filter((each) => each.learner === learner);
    if (row === undefined || more.length > 0)
      throw new Error(`expected one row of ${learner}, received ${String(more.length + 1)}`);
    return row;
  };

  beforeAll(() => {
    place = join(folder, 'class');
    writeFileSync(join(folder, 'outside.ts'), SOLUTION);
    handIn(place, {
      [`right/${FILE}`]: SOLUTION,
      [`wrong/${FILE}`]: mistake('awaits-in-the-loop'),
      [`starter/${FILE}`]: STARTER,
      [`numbered/04-tasks/02-fetch-all.ts`]: SOLUTION,
      [`hangs/${FILE}`]: HANGS,
      [`eats/${FILE}`]: EATS,
      [`syntax/${FILE}`]: 'export async function makeRequests( {\n',
      [`nested/${FILE}`]: `export const x = ${'('.repeat(90_000)}`,
      [`huge/${FILE}`]: `${SOLUTION}//${'x'.repeat(SOURCE_LIMIT)}`,
      [`latin/${FILE}`]: new Uint8Array([0x2f, 0x2f, 0xe9, 0x0a]),
      [`folder/${FILE}`]: folderInPlace,
      [`nowhere/${FILE}`]: linkTo('gone.ts'),
      [`outside/${FILE}`]: linkTo('../../../outside.ts'),
      'mistyped/tasks/fetch-al.ts': SOLUTION,
      'word/answer.docx': 'PK',
      'stray.txt': 'for nobody',
      'nothing/.keep': '',
      'saved.json': progressFile(SOLUTION),
      'saved-wrong.json': progressFile(mistake('drops-the-results')),
      'saved-nothing.json': progressFile(undefined),
      'saved-unknown.json': progressFile(SOLUTION, 'tasks/fetch-everything'),
      'saved-badly.json': '{"format":"loopwise-progress","version":1}',
      'not-json.json': '{',
      [`=cmd|'calc'!A0/${FILE}`]: SOLUTION,
      '__MACOSX/._right': 'left by a packer',
    });
    ran = grade(place, '--out', join(folder, 'class.json'));
    rows = rowsOf(join(folder, 'class.json'));
  }, 120_000);

  test('is graded to the end, and nothing is said but the summary', () => {
    expect(ran.status).toBe(0);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(
      /exercise +passed +failed +error +stopped +missing +unreadable\ntasks\/fetch-all +4 +3 +2 +2 +\d+ +\d+\n/,
    );
    expect(ran.stderr).not.toMatch(/Error|at .*\.ts:\d/);
  });

  test('has its right answers passed, in whichever of the layouts', () => {
    for (const learner of ['right', 'numbered', 'saved', "=cmd|'calc'!A0"])
      expect(of(learner)).toMatchObject({ exercise: ID, verdict: 'passed', told: '', reason: '', hash: hashOf(SOLUTION) });
    expect(of('right').passed).toBe(of('right').of);
    expect(of('right').file).toBe(`right/${FILE}`);
    expect(of('saved').file).toBe('saved.json');
  });

  test('has its wrong answers failed, with what the first failing test told', () => {
    expect(of('wrong')).toMatchObject({ verdict: 'failed', reason: '' });
    expect(of('wrong').told).toMatch(/^all nine requests are in flight at the same time: It took 18 s/);
    expect(of('wrong').passed).toBeLessThan(of('wrong').of ?? 0);
    expect(of('saved-wrong').verdict).toBe('failed');
    expect(of('starter').verdict).toBe('failed');
  });

  test('has its hostile programs stopped, with the reason', () => {
    expect(of('hangs')).toMatchObject({ verdict: 'stopped' });
    expect(of('hangs').reason).toMatch(/did not end within 3 s/);
    expect(of('eats')).toMatchObject({ verdict: 'stopped' });
    expect(of('eats').reason).toMatch(/memory/);
  });

  test('is told where what does not compile is wrong', () => {
    expect(of('syntax')).toMatchObject({ verdict: 'error', passed: null });
    expect(of('syntax').reason).toMatch(/does not compile: line \d/);
    expect(of('nested').verdict).toBe('error');
  });

  test.each([
    ['huge', /larger than 100,000 bytes/],
    ['latin', /not UTF-8/],
    ['folder', /it is a folder; expected a file/],
    ['nowhere', /not there: a link that leads nowhere/],
    ['outside', /link out of the folder, which is not followed/],
    ['mistyped', /no exercise 'tasks\/fetch-al'; did you mean 'tasks\/fetch-all'\?/],
    ['stray.txt', /belongs to no learner/],
    ['saved-unknown', /no exercise 'tasks\/fetch-everything'/],
    ['saved-badly', /exportedAt should be text, and is missing/],
    ['not-json', /is not JSON/],
  ])('has a row with a reason for what cannot be read: %s', (learner, reason) => {
    const row = rows.find((each) => each.learner === learner && each.verdict === 'unreadable');
    expect(row?.reason).toMatch(reason);
  });

  test('has a row for what is missing, whatever a file says was solved', () => {
    expect(of('nothing')).toMatchObject({ verdict: 'missing', exercise: ID, reason: 'nothing was handed in' });
    expect(of('saved-nothing')).toMatchObject({ verdict: 'missing', reason: expect.stringContaining('untouched') as string });
  });

  test('has no row for what packers leave', () => {
    expect(rows.some(({ learner }) => learner.startsWith('__'))).toBe(false);
  });

  test('has the same rows in the same order when it is graded again', () => {
    const before = readFileSync(join(folder, 'class.json'), 'utf8');
    rmSync(join(place, 'hangs'), { recursive: true });
    rmSync(join(place, 'eats'), { recursive: true });
    grade(place, '--out', join(folder, 'again.json'));
    const expected = before
      .split('\n')
      .filter((line) => !/"learner":"(?:hangs|eats)"/.test(line))
      .join('\n');
    expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(expected);
  }, 60_000);
});

describe('the CSV', () => {
  test('goes to stdout without --out, and no cell of it begins as a formula', () => {
    const place = join(folder, 'formulas');
    handIn(place, {
      [`=1+1/${FILE}`]: SOLUTION,
      [`@sum/${FILE}`]: `throw new Error('=HYPERLINK("http://example.org";"=1")');\n`,
      [`a;-2+3/${FILE}`]: SOLUTION,
    });
    const { stdout, status } = grade(place, '--exercise', ID);
    expect(status).toBe(0);
    expect(stdout.startsWith('\uFEFFlearner,exercise,verdict,passed,of,told,seconds,reason,file,hash\r\n')).toBe(true);
    const [, ...lines] = stdout.trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    for (const separator of [',', ';']) {
      const cells = lines.flatMap((line) => line.split(separator)).map((cell) => cell.replace(/^[\s"]+/, ''));
      expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    }
    expect(stdout).toContain(`"'=1+1","${ID}","passed"`);
  }, 30_000);
});

describe('interrupted', () => {
  test('it keeps what was judged, says how to go on, and goes on where it stopped', async () => {
    const place = join(folder, 'long');
    const out = join(folder, 'long.csv');
    const journal = `${out}.journal`;
    for (let n = 0; n < 48; n += 1)
      handIn(place, { [`learner-${String(n).padStart(2, '0')}/${FILE}`]: `${SOLUTION}// ${String(n)}\n` });
    handIn(place, { [`zz-hangs/${FILE}`]: HANGS });
    const child = spawn(process.execPath, [GRADE, place, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const status = await new Promise<number | null>((resolve) => {
      child.on('exit', resolve);
      const look = setInterval(() => {
        if (!existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length < 5) return;
        clearInterval(look);
        child.kill('SIGINT');
      }, 5);
    });
    expect(status).toBe(130);
    expect(said).toMatch(/interrupted after \d+ of 49 submissions; start it again with --out .* to go on/);
    expect(existsSync(out)).toBe(false);
    const kept = readFileSync(journal, 'utf8').trimEnd().split('\n').slice(1);
    expect(kept.length).toBeGreaterThan(0);

    // What is in the journal is believed, and judged no more: a mark in it comes out at the end. A torn line is not.
    const [first = '', ...others] = kept;
    const marked = JSON.stringify({ ...(JSON.parse(first) as Row), told: 'taken from the journal' });
    const head = readFileSync(journal, 'utf8').split('\n')[0] ?? '';
    writeFileSync(journal, [head, marked, ...others, marked.slice(0, 40)].join('\n'));
    const again = grade(place, '--out', out);
    expect(again.status).toBe(0);
    expect(again.stderr).toContain(`going on with ${String(kept.length)} rows`);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength(49);
    expect(lines.filter((line) => line.includes('"passed"'))).toHaveLength(48);
    expect(lines.filter((line) => line.includes('taken from the journal'))).toHaveLength(1);
    expect(existsSync(journal)).toBe(false);
  }, 120_000);

  test('it takes nothing over that was judged by other tests, or for other code', () => {
    const place = join(folder, 'changed');
    const out = join(folder, 'changed.json');
    handIn(place, { [`ann/${FILE}`]: SOLUTION });
    const row = {
      learner: 'ann',
      exercise: ID,
      verdict: 'failed',
      passed: 0,
      of: 5,
      told: 'old',
      seconds: 0,
      reason: '',
      file: `ann/${FILE}`,
    };
    const head = JSON.stringify({ format: 'loopwise-grade-journal', version: 1, fingerprint: 'of other tests' });
    writeFileSync(`${out}.journal`, `${head}\n${JSON.stringify({ ...row, hash: hashOf(SOLUTION) })}\n`);
    grade(place, '--out', out);
    expect(rowsOf(out)).toMatchObject([{ verdict: 'passed', told: '' }]);
  }, 30_000);
});

test('with --alone the rows are the same', () => {
  const place = join(folder, 'alone');
  handIn(place, { [`ann/${FILE}`]: SOLUTION, [`bob/${FILE}`]: mistake('awaits-in-the-loop') });
  expect(grade(place, '--alone').stdout).toBe(grade(place).stdout);
}, 30_000);

describe('what makes no sense is refused in a line, with the usage:', () => {
  test.each([
    [[], 'no folder was given'],
    [['/no/such/folder'], '/no/such/folder is no folder'],
    [['.', '--out', 'results.xlsx'], 'expected a name that ends with .csv or .json'],
    [['.', '--exercise', 'tasks/fetch-al'], "did you mean 'tasks/fetch-all'?"],
    [['.', '--fast'], "Unknown option '--fast'"],
  ])('%j', (args, why) => {
    const { status, stderr } = grade(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(why);
    expect(stderr).toContain('Usage: npm run grade');
  });

  test('an empty folder is no mistake', () => {
    const place = join(folder, 'empty');
    mkdirSync(place);
    const { status, stdout } = grade(place);
    expect(status).toBe(0);
    expect(stdout.split('\r\n')).toHaveLength(2);
  });
});
