// tries: to have a task tell lies about its name, state, place and time
// must: be judged failed by tasks/fetch-all
import { currentTask, sleep } from 'asyncio';

export async function getRequest(url: number) {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}
export async function makeRequests(urls: number[]) {
  const task: any = currentTask();
  const lie = { toJSON: () => 'passed', toString: () => 'Task-1' };
  for (const name of ['_name', '_state', '_count', 'state', 'kind', 'coroutineName', 'id'])
    try {
      Object.defineProperty(task, name, { value: name === '_state' ? 0 : lie, configurable: true, writable: true });
    } catch {}
  const pages: string[] = [];
  for (const url of urls) pages.push(await getRequest(url));
  return pages;
}
