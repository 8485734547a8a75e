// fails: main gives a line for each place, in order
// fails: each place is measured
// fails: no coroutine is left without an await
// says: a coroutine stands where a line should be
import { run, sleep } from 'asyncio';

/** Asks the station of a place. The answer comes after one second. Leave it as it is. */
async function measure(place: string): Promise<number> {
  await sleep(1);
  return place.length;
}

export async function report(place: string): Promise<string> {
  const degrees = await measure(place);
  return `${place}: ${degrees} degrees`;
}

export async function main(places: string[]): Promise<unknown[]> {
  return places.map((place) => report(place));
}

try {
  for (const line of run(main(['Oslo', 'Rome']))) console.log(line);
} catch (error) {
  console.log(String(error));
}
