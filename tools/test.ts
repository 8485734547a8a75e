/**
 * Runs everything that must be true before a change lands, and counts it: the build, types, lint, format, boundaries, unused code, unit and exercise tests,
 * browser tests. `npm test -- unit lint` runs the named steps only.
 *
 * Keeps true: a step that could not run counts as failed; the last line is `N passed, N failed` over all that ran.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Count {
  passed: number;
  failed: number;
}

interface Step {
  readonly name: string;
  /** Each command is one check, unless `report` says how many there were. */
  readonly commands: readonly (readonly string[])[];
  readonly report?: { readonly file: string; readonly count: (json: unknown) => Count };
}

/** The parts of Vitest's JSON report that are counted. */
interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTotalTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

/** The parts of Playwright's JSON report that are counted. */
interface BrowserReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

const tsc = (project: string): readonly string[] => ['node', 'node_modules/typescript-native/bin/tsc', '--noEmit', '-p', project];

const STEPS: readonly Step[] = [
  { name: 'build', commands: [['npm', 'run', '--silent', 'build']] },
  {
    name: 'types',
    commands: [
      tsc('tsconfig.json'),
      tsc('tsconfig.runtime.json'),
      tsc('exercises/tsconfig.json'),
      tsc('src/content/tsconfig.json'),
      tsc('tests/conformance/tsconfig.json'),
      ['astro', 'check', '--minimumFailingSeverity', 'hint'],
    ],
  },
  { name: 'lint', commands: [['eslint', '.', '--max-warnings', '0']] },
  { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'boundaries', commands: [['depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'tools', 'tests']] },
  { name: 'unused', commands: [['knip']] },
  {
    name: 'unit',
    commands: [['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json']],
    report: {
      file: 'test-results/unit.json',
      count(json) {
        const { numPassedTests, numTotalTests, numFailedTestSuites, numFailedTests, success } = json as UnitReport;
        // A skipped test counts as failed: none is left behind in silence. A file that does not load has no tests to count, but fails.
        const failed = numTotalTests - numPassedTests;
        return { passed: numPassedTests, failed: success ? failed : Math.max(failed, numFailedTests, numFailedTestSuites, 1) };
      },
    },
  },
  {
    name: 'browser',
    commands: [['playwright', 'test']],
    report: {
      file: 'test-results/browser.json',
      count(json) {
        const { stats, errors } = json as BrowserReport;
        return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
      },
    },
  },
];

/** Runs one step. A command that does not succeed is at least one failure, whatever its report says. */
function run({ name, commands, report }: Step): Count {
  const began = performance.now();
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
  if (report !== undefined) rmSync(`${ROOT}${report.file}`, { force: true });
  const succeeded = commands.map(([command = '', ...args]) => {
    const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    if (error !== undefined) console.error(`${command} could not be started: ${error.message}`);
    if (status !== 0) console.error(`✗ ${command} ${args.join(' ')}`);
    return status === 0;
  });
  let count: Count = { passed: succeeded.filter(Boolean).length, failed: succeeded.filter((ok) => !ok).length };
  if (report !== undefined) {
    const commandFailed = count.failed > 0;
    try {
      count = report.count(JSON.parse(readFileSync(`${ROOT}${report.file}`, 'utf8')));
    } catch (error) {
      console.error(`${name}: no report: ${String(error)}`);
      count = { passed: 0, failed: 1 };
    }
    if (commandFailed) count.failed = Math.max(1, count.failed);
  }
  console.log(
    `${count.failed === 0 ? '✓' : '✗'} ${name}: ${count.passed} passed, ${count.failed} failed (${((performance.now() - began) / 1000).toFixed(1)} s)`,
  );
  return count;
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `test: there is no step ${unknown.map((name) => `'${name}'`).join(', ')}; there are: ${STEPS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const total: Count = { passed: 0, failed: 0 };
const red: string[] = [];
for (const step of STEPS) {
  if (positionals.length > 0 && !positionals.includes(step.name)) continue;
  const { passed, failed } = run(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) red.push(step.name);
}
if (red.length > 0) console.log(`\nred: ${red.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
