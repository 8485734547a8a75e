// fails: main gives a line for each place, in order
// fails: each place is measured
// fails: no coroutine is left without an await
// says: coroutine object
import { run, sleep } from 'asyncio';

/** Asks the station of a place. The answer comes after one second. Leave it as it is. */
async function measure(place: string): Promise<number> {
  await sleep(1);
  return place.length;
}

export function report(place: string): string {
  const degrees = measure(place);
  return `${place}: ${String(degrees)} degrees`;
}

export async function main(places: string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const place of places) lines.push(report(place));
  return lines;
}

try {
  for (const line of run(main(['Oslo', 'Rome']))) console.log(line);
} catch (error) {
  console.log(String(error));
}
