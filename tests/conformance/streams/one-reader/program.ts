import {
  CancelledError,
  ConnectionResetError,
  createTask,
  gather,
  getRunningLoop,
  run,
  sleep,
  StreamReader,
  TimeoutError,
  waitFor,
} from 'asyncio';

const b = (text: string) => new TextEncoder().encode(text);

async function main() {
  const loop = getRunningLoop();
  const reader = new StreamReader();

  async function attempt(name: string, awaitable: PromiseLike<Uint8Array>) {
    try {
      const data = await awaitable;
      console.log(`${loop.time()} ${name} [${new TextDecoder().decode(data)}]`);
    } catch (error) {
      if (error instanceof CancelledError) {
        console.log(`${loop.time()} ${name} cancelled`);
        throw error;
      }
      if (!(error instanceof Error)) throw error;
      console.log(`${loop.time()} ${name} ${error.name}: ${error.message}`);
    }
  }

  // While one waits, no other may.
  const first = createTask(attempt('first', reader.readline()));
  await sleep(0);
  await attempt('read', reader.read(1));
  await attempt('readline', reader.readline());
  await attempt('readexactly', reader.readexactly(1));
  await attempt('readuntil', reader.readuntil(b('x')));
  await attempt('none', reader.read(0));
  reader.feedData(b('line\n'));
  // The one that waited has been woken but has not run: the line is there for whoever comes first.
  await attempt('quick', reader.readline());
  console.log(first.done() ? 'True' : 'False');
  reader.feedData(b('next\n'));
  await first;
  // A reader that is cancelled leaves the place free.
  const second = createTask(attempt('second', reader.readline()));
  await sleep(0);
  second.cancel();
  await gather(second, { returnExceptions: true });
  reader.feedData(b('half'));
  try {
    await waitFor(reader.readline(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log(`${loop.time()} timeout`);
  }
  reader.feedData(b(' and half\n'));
  await attempt('third', reader.readline());
  // Data and cancellation in the same iteration.
  const fourth = createTask(attempt('fourth', reader.readline()));
  await sleep(0);
  reader.feedData(b('kept\n'));
  fourth.cancel();
  await gather(fourth, { returnExceptions: true });
  await attempt('fifth', reader.readline());
  // An error wakes the one that waits, and meets all that come after.
  reader.feedData(b('left'));
  const sixth = createTask(attempt('sixth', reader.readline()));
  await sleep(0);
  reader.setException(new ConnectionResetError(104, 'Connection reset by peer'));
  await sixth;
  await attempt('seventh', reader.read(1));
  await attempt('eighth', reader.readexactly(0));
  await attempt('ninth', reader.readuntil(b('f')));
  console.log(`${reader}`);
}

run(main());
