// A task for each place, and the lines from their results.
import { createTask, run, sleep, type Task } from 'asyncio';

/** Asks the station of a place. The answer comes after one second. Leave it as it is. */
async function measure(place: string): Promise<number> {
  await sleep(1);
  return place.length;
}

export function report(place: string): Task<number> {
  return createTask(measure(place));
}

export const main = async (places: string[]): Promise<string[]> => {
  const tasks = new Map(places.map((place) => [place, report(place)]));
  const lines: string[] = [];
  for (const [place, task] of tasks) lines.push([place, `${await task} degrees`].join(': '));
  return lines;
};

try {
  for (const line of run(main(['Oslo', 'Rome']))) console.log(line);
} catch (error) {
  console.log(String(error));
}
