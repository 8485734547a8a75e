/**
 * One use of a sandbox, seen from outside: sends the request, listens, and comes to exactly one result whatever the sandbox does. The page (frame.ts)
 * and Node (node.ts) differ only in the `Channel` that they bring.
 *
 * Keeps true: a sandbox that is silent for longer than its wall clock allows is ended, and so is one that goes on and on; the first last word counts; what
 * was printed or judged before the end is kept. Both clocks of a check count anew for each hidden test, so that a slow test never costs the next one its
 * time, and each run of a test is a word: a test of twenty runs is not silent. A word about where the program turns is no sign of life: an endless loop sends
 * some, too. A program that gives control back to its loop is never silent: what ends it is the number of its steps, the same on every machine.
 */
import type { Replayed, TestResult, Verdict } from '../grader/index.ts';
import type { OutputLine, RunRecord, SourcePosition } from '../record/index.ts';
import { wallClock } from './clock.ts';
import { parseAnswer, parseOutput, parseRecord, parseReplayed, parseTest, parseVerdict } from './parse.ts';
import type { Answer, Asked, Limits, Request } from './protocol.ts';

/** The wire to one sandbox that has said 'ready'. */
export interface Channel<R extends Asked = Request> {
  post(request: R): void;
  /** Called once, before `post`; `receive` gets whatever comes, unparsed. `gone` is called when the sandbox died by itself (out of memory, say). */
  listen(receive: (data: unknown) => void, gone: (why: string) => void): void;
  /** Ends the sandbox at once, whatever it is doing. Called exactly once. */
  kill(): void;
}

/** Work in a sandbox. `stop()` ends it at once; the result then has the outcome 'stopped'. */
export interface Job<T> {
  readonly result: Promise<T>;
  stop(): void;
}

export interface RunListener {
  readonly onOutput?: ((lines: readonly OutputLine[]) => void) | undefined;
  /** Hears what the language itself says of the run, before the record is there. */
  readonly onSaid?: ((text: string) => void) | undefined;
}

export interface CheckListener {
  readonly onTestStart?: ((name: string) => void) | undefined;
  readonly onTest?: ((result: TestResult) => void) | undefined;
}

/** Why a sandbox was ended from outside. */
type End = 'stopped' | 'wall-clock' | 'wall-clock-in-all' | 'memory';

/** Real seconds in words, as short as they come: 3, 0.3. */
const seconds = (milliseconds: number): string => String(milliseconds / 1000);

/** What is said of a program that had to be ended. `seenAt` is the loop that it was last seen in. */
function reasonOf(end: End, limits: Limits, seenAt: SourcePosition | undefined): string {
  if (end === 'stopped') return 'Stopped.';
  const seen = seenAt === undefined ? '' : ` It was last seen in the loop at line ${String(seenAt.line)}.`;
  if (end === 'memory') return `The program used up the memory that it may have.${seen}`;
  if (end === 'wall-clock-in-all')
    return `The program did not end within ${seconds(limits.wallClockInAll)} s of real time, although it gives control back: its steps are slow, or there are very many.${seen}`;
  const look =
    seenAt === undefined
      ? 'It was seen in no loop: look for a function that calls itself, or a regular expression that takes for ever.'
      : `${seen.trim()} Look for a loop that has no end, or a turn of it that takes very long.`;
  return `The program did not end within ${seconds(limits.wallClock)} s of real time: it never gives control back. ${look}`;
}

/** The record of a run that was ended from outside: what had been printed by then, and why it ended. */
function recordOf(end: End, output: readonly OutputLine[], seenAt: SourcePosition | undefined): RunRecord {
  const last = output.at(-1);
  return {
    version: 1, // the type holds it to RECORD_VERSION; the value would bring the recorder, and the runtime with it, into the page
    ...(end === 'stopped'
      ? { outcome: 'stopped' }
      : { outcome: 'over-budget', budget: end, ...(seenAt === undefined ? {} : { seenAt }) }),
    elapsed: last?.t ?? 0,
    iterations: last?.it ?? 0,
    output,
    events: [],
    tasks: [],
    warnings: [],
  };
}

/** What the border let pass. Anything else means that the sandbox is broken: a bug of ours, or a program that broke out of the inner wall. */
function believed<T>(parsed: T | undefined): T {
  if (parsed === undefined) throw new Error('the sandbox gave an answer that is not well-formed; it was not believed');
  return parsed;
}

/** Runs `request`, which is answered by a record, through `channel`. Rejects only when the sandbox itself is broken. */
export function runThrough<R extends Asked>(
  channel: Channel<R>,
  request: R,
  { onOutput, onSaid }: RunListener = {},
): Job<RunRecord> {
  const output: OutputLine[] = [];
  return converse(channel, request, {
    heard(answer, done) {
      if (answer.type === 'output') {
        const lines = believed(parseOutput(answer.json));
        output.push(...lines);
        onOutput?.(lines);
      } else if (answer.type === 'said') onSaid?.(answer.text);
      else if (answer.type === 'record') done(believed(parseRecord(answer.json)));
    },
    ended: (end, seenAt) => recordOf(end, output, seenAt),
  });
}

/** Replays `request` (of type 'replay') through `channel`. Rejects when the sandbox itself is broken, and when the test has no such run. */
export function replayThrough(channel: Channel, request: Request & { type: 'replay' }): Job<Replayed> {
  return converse(channel, request, {
    heard(answer, done) {
      if (answer.type === 'replayed') done(believed(parseReplayed(answer.json)));
    },
    ended: (end, seenAt) => ({ run: request.of.run ?? 0, runs: [], record: recordOf(end, [], seenAt) }),
  });
}

/** Checks `request` (of type 'check') through `channel`. Rejects only when the sandbox itself is broken. */
export function checkThrough(
  channel: Channel,
  request: Request & { type: 'check' },
  { onTest, onTestStart }: CheckListener = {},
): Job<Verdict> {
  const tests: TestResult[] = [];
  let names: readonly string[] = [];
  return converse(channel, request, {
    heard(answer, done, restartClocks) {
      if (answer.type === 'tests') names = answer.names;
      else if (answer.type === 'test-started') {
        restartClocks();
        onTestStart?.(answer.name);
      } else if (answer.type === 'test-done') {
        const result = believed(parseTest(answer.json));
        tests.push(result);
        onTest?.(result);
      } else if (answer.type === 'verdict') done(believed(parseVerdict(answer.json)));
    },
    ended(end, seenAt) {
      const reason = reasonOf(end, request.limits, seenAt);
      const [running, ...unreached] = names.slice(tests.length);
      const failed = (name: string, message: string): TestResult => ({
        name,
        state: 'failed',
        message,
        did: [],
        output: [],
        runs: [],
      });
      const rest = unreached.map((name) => failed(name, 'Not run: the test before it did not end.'));
      return {
        version: 1,
        outcome: 'stopped',
        reason,
        tests: [...tests, ...(running === undefined ? [] : [failed(running, reason)]), ...rest],
      };
    },
  });
}

/** How one kind of request is answered. */
interface Conversation<T> {
  readonly heard: (answer: Answer, done: (result: T) => void, restartClocks: () => void) => void;
  readonly ended: (end: End, seenAt: SourcePosition | undefined) => T;
}

function converse<T, R extends Asked>(channel: Channel<R>, request: R, { heard, ended }: Conversation<T>): Job<T> {
  let stop = (): void => undefined;
  const result = new Promise<T>((resolve, reject) => {
    let over = false;
    let seenAt: SourcePosition | undefined;
    const settle = (finish: () => void): void => {
      if (over) return;
      over = true;
      silence.stop();
      inAll.stop();
      channel.kill();
      finish();
    };
    const end = (why: End): void => {
      settle(() => {
        resolve(ended(why, seenAt));
      });
    };
    const silence = wallClock(request.limits.wallClock, () => {
      end('wall-clock');
    });
    const inAll = wallClock(request.limits.wallClockInAll, () => {
      end('wall-clock-in-all');
    });
    const restartClocks = (): void => {
      silence.restart();
      inAll.restart();
      seenAt = undefined;
    };
    const done = (value: T): void => {
      settle(() => {
        resolve(value);
      });
    };
    stop = () => {
      end('stopped');
    };
    channel.listen(
      (data) => {
        if (over) return;
        const fail = (message: string): void => {
          settle(() => {
            reject(new Error(message));
          });
        };
        const answer = parseAnswer(data);
        if (answer?.type === 'failure') fail(answer.message);
        else if (answer?.type === 'steps') silence.restart();
        else if (answer?.type === 'turning') seenAt = { file: request.program.file, line: answer.line, column: answer.column };
        else if (answer !== undefined) {
          try {
            heard(answer, done, restartClocks);
          } catch (error) {
            fail(error instanceof Error ? error.message : String(error));
          }
        }
      },
      () => {
        end('memory');
      },
    );
    restartClocks();
    channel.post(request);
  });
  return {
    result,
    stop: () => {
      stop();
    },
  };
}
