// fails: an error of the request comes out when it happens
// says: raised a ReportError after 2 s, and that did not come out
import { createTask, run, sleep, wait } from 'asyncio';

/** What `request` gives. When that takes more than a second, says so once. */
export async function patiently<T>(request: Promise<T>, name: string): Promise<T | undefined> {
  const task = createTask(request);
  const [done] = await wait([task], { timeout: 1 });
  if (done.size > 0) return await task;
  console.log(`still waiting for ${name}`);
  await wait([task]);
  return task.exception() === undefined ? task.result() : undefined;
}

async function report(seconds: number): Promise<string> {
  await sleep(seconds);
  return `report after ${seconds} s`;
}

async function main(): Promise<void> {
  console.log(await patiently(report(0.5), 'first report'));
  console.log(await patiently(report(3), 'second report'));
}

run(main());
