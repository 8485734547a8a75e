// fails: main gives a line for each place, in order
// says: Oslo: 4 degrees
import { run, sleep } from 'asyncio';

/** Asks the station of a place. The answer comes after one second. Leave it as it is. */
async function measure(place: string): Promise<number> {
  await sleep(1);
  return place.length;
}

export async function report(place: string): Promise<string> {
  return `${place}: ${await measure(place)} degrees`;
}

export async function main(places: string[]): Promise<string[]> {
  for (const place of places) return [await report(place)];
  return [];
}

try {
  for (const line of run(main(['Oslo', 'Rome']))) console.log(line);
} catch (error) {
  console.log(String(error));
}
