/** Matchers about a run's virtual time, its tasks and what it left behind. */
import { count, inWords, seconds } from '../describe.ts';
import type { Finding } from '../finding.ts';
import type { RunRecord, TaskInfo } from '../../record/index.ts';
import type { ObservedRun } from '../run-facts.ts';

/** Virtual times are sums of binary fractions: so close counts as the same. */
const TOLERANCE = 1e-9;
const sameTime = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
const earlier = (a: number, b: number): boolean => a < b && !sameTime(a, b);

export function toTake({ record }: ObservedRun, time: number): Finding {
  return {
    pass: sameTime(record.elapsed, time),
    actual: seconds(record.elapsed),
    expected: seconds(time),
    otherwise: `it took ${seconds(record.elapsed)}, expected ${seconds(time)}`,
    negated: `it took ${seconds(record.elapsed)}, which is just what it must not take`,
  };
}

/** The tasks with this name, or else those that run a coroutine of this name. */
function named(record: RunRecord, name: string): readonly TaskInfo[] {
  const byName = record.tasks.filter((task) => task.name === name);
  return byName.length > 0 ? byName : record.tasks.filter((task) => task.coroutine === name);
}

const label = (task: TaskInfo): string => `${task.name} (${task.coroutine})`;
const life = (task: TaskInfo): string =>
  `${label(task)} from ${seconds(task.created)} to ${task.ended === null ? 'the end' : seconds(task.ended)}`;
const endOf = (task: TaskInfo): number => task.ended ?? Number.POSITIVE_INFINITY;

/** The main task and those that the program made; not those that `asyncio.run` makes at the end. */
const ownTasks = (record: RunRecord): readonly TaskInfo[] =>
  record.tasks.filter((task, index) => index === 0 || task.by !== null);

/** What is said when there is no task of a name. */
function absent(record: RunRecord, names: readonly string[]): string {
  const tasks = ownTasks(record);
  const there =
    tasks.length === 0
      ? 'there were no tasks'
      : `there ${tasks.length === 1 ? 'was only' : 'were'} ${inWords(tasks.slice(0, 12).map(label))}`;
  return `no task ran \`${[...new Set(names)].join('` or `')}\`: ${there}`;
}

export function toOverlap({ record }: ObservedRun, a: string, b: string): Finding {
  const [ones, others] = [named(record, a), named(record, b)];
  const pass = ones.some((one) =>
    others.some((other) => one !== other && earlier(one.created, endOf(other)) && earlier(other.created, endOf(one))),
  );
  const missing = [ones.length === 0 ? [a] : [], others.length === 0 ? [b] : []].flat();
  const lives = inWords([...new Set([...ones, ...others])].slice(0, 6).map(life));
  const actual = missing.length > 0 ? absent(record, missing) : lives;
  return {
    pass,
    actual,
    expected: `\`${a}\` and \`${b}\` in flight at the same time`,
    otherwise: missing.length > 0 ? actual : `\`${a}\` and \`${b}\` were never in flight at the same time: ${lives}`,
    negated: `\`${a}\` and \`${b}\` were in flight at the same time: ${lives}`,
  };
}

/** The most tasks in flight at one time; a run's own main task does not count, and a task counts from its making to its end. */
export function toRunAtMost({ record, facts: { mainTasks } }: ObservedRun, most: number): Finding {
  const tasks = record.tasks.filter((task) => !mainTasks.has(task.name));
  const inFlight = (time: number): number =>
    tasks.filter((task) => !earlier(time, task.created) && earlier(time, endOf(task))).length;
  const peak = tasks
    .map((task) => ({ at: task.created, n: inFlight(task.created) }))
    .reduce((a, b) => (b.n > a.n ? b : a), { at: 0, n: 0 });
  const actual = `${count(peak.n, 'task')} at once`;
  return {
    pass: peak.n <= most,
    actual,
    expected: `at most ${most} at once`,
    otherwise: `${count(peak.n, 'task')} were in flight at once, at ${seconds(peak.at)}; expected at most ${most}`,
    negated: `${peak.n} at once was the most, expected more than ${most}`,
  };
}

export function toCancel({ record }: ObservedRun, name: string): Finding {
  const tasks = named(record, name);
  const ends = inWords(
    tasks.slice(0, 6).map((task) => `${label(task)} ${task.state === 'pending' ? 'was still pending' : task.state}`),
  );
  const actual = tasks.length === 0 ? absent(record, [name]) : ends;
  return {
    pass: tasks.some((task) => task.state === 'cancelled'),
    actual,
    expected: `\`${name}\` cancelled`,
    otherwise: tasks.length === 0 ? actual : `\`${name}\` should have been cancelled, but ${ends}`,
    negated: `\`${name}\` must not be cancelled, but ${ends}`,
  };
}

export function toLeaveNothingRunning({ facts: { leftRunning } }: ObservedRun): Finding {
  const left = inWords(leftRunning);
  return {
    pass: leftRunning.length === 0,
    actual: left === '' ? 'nothing' : left,
    expected: 'nothing left running',
    otherwise: `when the main coroutine ended, ${left} ${leftRunning.length === 1 ? 'was' : 'were'} still running, and so cancelled`,
    negated: 'nothing was left running when the main coroutine ended',
  };
}

export function toNeverBlock({ facts: { blocks } }: ObservedRun): Finding {
  const told = blocks.slice(0, 4).map(({ lasted, by }) => `${by ?? 'the program'} stopped everything for ${seconds(lasted)}`);
  const actual = blocks.length === 0 ? 'it never blocked' : inWords(told);
  return {
    pass: blocks.length === 0,
    actual,
    expected: 'no blocking call',
    otherwise: `${actual}: nothing else can run during a blocking call`,
    negated: 'nothing blocked the loop, although something should',
  };
}
