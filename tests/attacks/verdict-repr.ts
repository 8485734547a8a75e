// tries: to run code while its result is described, through the runtime's own symbols, and to blind the record by it
// must: be judged failed by tasks/fetch-all
import { Future, createTask } from 'asyncio';

const symbols = Reflect.ownKeys(Future.prototype).filter((key) => typeof key === 'symbol');
const bait: any = {};
for (const symbol of symbols)
  bait[symbol] = () => ({
    length: 5,
    slice() {
      throw new Error('while it is described');
    },
  });
export async function getRequest() {}
export async function makeRequests() {
  await createTask((async () => bait)());
  return [bait];
}
