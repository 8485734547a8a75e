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

export async function main(places: string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const place of places) lines.push(await report(place));
  return lines;
}

try {
  for (const line of run(main(['Oslo', 'Rome']))) console.log(line);
} catch (error) {
  console.log(String(error));
}
