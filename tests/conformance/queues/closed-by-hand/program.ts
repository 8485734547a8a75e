import { createTask, Queue, run, sleep, ValueError } from 'asyncio';
import type { Future } from 'asyncio';

class Unique extends Queue<string> {
  protected override _init() {
    this._queue = new Set<string>();
  }

  protected override _put(item: string) {
    (this._queue as Set<string>).add(item);
  }

  protected override _get() {
    const [item] = this._queue;
    (this._queue as Set<string>).delete(item as string);
    return item as string;
  }
}

async function main() {
  // Items of its own kind: the hooks that CPython keeps for subclasses.
  const unique = new Unique(2);
  for (const item of ['a', 'a']) {
    unique.putNowait(item);
  }
  console.log(`${unique.qsize()} ${unique.full() ? 'True' : 'False'} ${unique.getNowait()} ${unique.empty() ? 'True' : 'False'}`);
  const getting = createTask(unique.get());
  await sleep(0);
  console.log(`${unique}`);
  unique.putNowait('b');
  console.log(`${unique} ${await getting}`);
  unique.shutdown(true);
  console.log(`${unique}`);
  // A get and a put that are closed where they wait, and before they begin.
  const queue = new Queue<unknown>(1);
  let get = queue.get();
  let future = get.send(undefined).value as Future;
  console.log(`${queue}`);
  get.close();
  console.log(`${queue} ${future.cancelled() ? 'True' : 'False'}`);
  queue.putNowait(1);
  const put = queue.put(2);
  put.send(undefined);
  const waiting = createTask(queue.put(3));
  await sleep(0);
  console.log(`${queue}`);
  queue.getNowait();
  put.close();
  await waiting;
  console.log(`${queue}`);
  const unused = queue.put(4);
  unused.close();
  const error = new ValueError('thrown in');
  get = queue.get();
  try {
    get.throw(error);
  } catch (caught) {
    console.log(`${caught === error ? 'True' : 'False'} ${queue}`);
  }
  const { done, value } = queue.get().send(undefined);
  if (done === true) {
    console.log(`${value}`);
  }
  // A getter that somebody else ends.
  get = queue.get();
  future = get.send(undefined).value as Future;
  future.setException(new ValueError('from outside'));
  queue.putNowait('kept');
  const other = createTask(queue.get());
  try {
    get.send(undefined);
  } catch (caught) {
    if (caught instanceof ValueError) console.log(`${caught.message} ${queue} ${await other}`);
  }
}

run(main());
