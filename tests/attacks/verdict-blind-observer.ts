// tries: to block and to leave tasks behind unseen, by making the grader's observer raise at the first look at its task
// must: be judged failed by tasks/fetch-all
// must: say the record of this run broke off
import { createTask, currentTask, sleep } from 'asyncio';

export async function getRequest(url: number) {
  console.log(`sent ${url}`);
  return `page ${url}`;
}
export async function makeRequests(urls: number[]) {
  Object.defineProperty(currentTask(), 'getName', {
    value: () => {
      throw new Error('do not look');
    },
  });
  createTask(sleep(100));
  for (const url of urls) console.log;
  return urls.map((url) => `page ${url}`);
}
