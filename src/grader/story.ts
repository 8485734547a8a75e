/** The story of a run under latencies: which answer came before one that had been asked for earlier. */
import type { RunRecord, TaskInfo } from '../record/index.ts';
import { seconds } from './describe.ts';

/**
 * The first pair of tasks of which the younger one ended first, as a clause: "`sent 8` is answered at 2.3 s, before `sent 4` at 3.7 s". Tasks are told by
 * the first line that they printed, or else by their names. Undefined when all ended in the order in which they were made.
 */
export function orderOfAnswers({ tasks, output }: RunRecord): string | undefined {
  const made = tasks.filter((task) => task.by !== null && task.ended !== null);
  const named = ({ name, coroutine }: TaskInfo): string => {
    const line = output.find(({ task }) => task === name);
    return line === undefined ? `${name} (${coroutine})` : `\`${line.text}\``;
  };
  for (const [index, later] of made.entries()) {
    const earlier = made.slice(0, index).find((task) => ended(task) > ended(later));
    if (earlier !== undefined)
      return `${named(later)} is answered at ${seconds(ended(later))}, before ${named(earlier)} at ${seconds(ended(earlier))}`;
  }
  return undefined;
}

const ended = ({ ended: at }: TaskInfo): number => at ?? Infinity;
