// tries: to answer after the hidden tests have asked: from callbacks that are left over, microtasks and threads
// must: be judged failed or error by tasks/fetch-all
import { getRunningLoop, toThread, createTask } from 'asyncio';

const pages: string[] = [];
export async function getRequest() {}
export async function makeRequests(urls: number[]) {
  const fill = () => void pages.splice(0, 9, ...urls.map((url) => `page ${url}`));
  createTask(toThread(fill));
  getRunningLoop().callLater(2, fill);
  try {
    Array.fromAsync([{ then: fill }]);
  } catch {}
  return pages;
}
