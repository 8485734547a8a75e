// tries: to find more in a worker thread, an executor or a process pool than in the program itself
// must: end finished
// must: print found: nothing
import { run, toThread, getRunningLoop } from 'asyncio';
import { ProcessPoolExecutor, ThreadPoolExecutor } from 'concurrent';

const found: string[] = [];
const look = function (this: unknown) {
  if (this !== undefined) found.push('this');
  for (const text of ['process', 'self', 'fetch', 'postMessage'])
    try {
      if ((0, eval)(text) !== undefined) found.push(text);
    } catch {}
};
async function main() {
  await toThread(look);
  for (const Pool of [ThreadPoolExecutor, ProcessPoolExecutor])
    try {
      await getRunningLoop().runInExecutor(new Pool(), look);
    } catch {}
}
run(main());
console.log('found:', found.join(' ') || 'nothing');
