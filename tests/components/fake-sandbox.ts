/** A sandbox and a compiler that answer when the test says so. */
import type { CompiledProgram, CompileResult } from '../../src/compiler/index.ts';
import type { Replayed, ReplayOf, TestResult, Verdict } from '../../src/grader/index.ts';
import type { OutputLine, RunRecord } from '../../src/record/index.ts';
import type { Sandbox } from '../../src/sandbox/page.ts';

export const program = (code: string): CompiledProgram => ({
  version: 1,
  file: 'main.ts',
  code,
  imports: [],
  exports: [],
  positions: [],
});

export const line = (text: string, t = 0): OutputLine => ({ text, t, it: 0, task: null });

export const record = (output: readonly OutputLine[], outcome: RunRecord['outcome'] = 'finished'): RunRecord => ({
  version: 1,
  outcome,
  elapsed: 0,
  iterations: 0,
  output,
  events: [],
  tasks: [],
  warnings: [],
});

export const result = (name: string, state: TestResult['state']): TestResult => ({ name, state, did: [], output: [], runs: [] });

export const verdict = (outcome: Verdict['outcome'], tests: readonly TestResult[] = []): Verdict => ({
  version: 1,
  outcome,
  tests,
});

/** One use of the sandbox, waiting for its answer. */
interface Use<T> {
  readonly program: CompiledProgram;
  readonly tests?: CompiledProgram;
  answer(value: T): void;
  fail(why: string): void;
}

/** Collects each use; a test answers it. Stopping answers as the real one does. */
export class FakeSandbox implements Pick<Sandbox, 'run' | 'check' | 'replay'> {
  readonly runs: (Use<RunRecord> & { print(lines: readonly OutputLine[]): void })[] = [];
  readonly checks: (Use<Verdict> & { judged(test: TestResult): void })[] = [];

  readonly run: Sandbox['run'] = (compiled, options = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<RunRecord>();
    this.runs.push({
      program: compiled,
      answer: resolve,
      fail: (why) => {
        reject(new Error(why));
      },
      print: (lines) => options.onOutput?.(lines),
    });
    return {
      result: promise,
      stop: () => {
        resolve(record([], 'stopped'));
      },
    };
  };

  readonly replays: (Use<Replayed> & { readonly of: ReplayOf })[] = [];

  readonly replay: Sandbox['replay'] = ({ program: compiled, tests, of }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Replayed>();
    this.replays.push({
      program: compiled,
      tests,
      of,
      answer: resolve,
      fail: (why) => {
        reject(new Error(why));
      },
    });
    return {
      result: promise,
      stop: () => {
        resolve({ run: 0, runs: [], record: record([], 'stopped') });
      },
    };
  };

  readonly check: Sandbox['check'] = (compiled, tests, options = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<Verdict>();
    this.checks.push({
      program: compiled,
      tests,
      answer: resolve,
      fail: (why) => {
        reject(new Error(why));
      },
      judged: (test) => options.onTest?.(test),
    });
    return {
      result: promise,
      stop: () => {
        resolve(verdict('stopped'));
      },
    };
  };
}

/** A compiler that compiles everything but what holds `syntax error`. It counts what it was asked. */
export class FakeCompiler {
  readonly asked: string[] = [];
  broken = false;

  readonly compile = (source: string): Promise<CompileResult> => {
    this.asked.push(source);
    if (this.broken) return Promise.reject(new Error('no WebAssembly'));
    const at = source.indexOf('syntax error');
    return Promise.resolve(
      at < 0
        ? { ok: true, program: program(source) }
        : {
            ok: false,
            errors: [{ message: 'Unexpected "error"', line: source.slice(0, at).split('\n').length, column: 1, length: 5 }],
          },
    );
  };
}

/** Lets everything that is already settled go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
