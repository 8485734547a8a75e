// fails: it calls once, when the calls have stopped
// fails: fn gets the text of the last call
// fails: after it has fired it can be used again
// fails: cancel takes back what is pending
// fails: a cancelled one can be used again
// fails: two of them do not disturb each other
// says: It is the loop that is to call fn, later
import { type TimerHandle, getRunningLoop, run, sleep } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  let handle: TimerHandle | undefined;
  return {
    call(text) { handle?.cancel(); handle = getRunningLoop().callLater(seconds, fn(text) as unknown as () => void); },
    cancel() { handle?.cancel(); handle = undefined; },
  };
}

async function main(): Promise<void> {
  const search = debounce(1, (text) => console.log('searching for', text, 'at', getRunningLoop().time()));
  for (const text of ['a', 'as', 'asy']) {
    search.call(text);
    await sleep(0.5);
  }
  await sleep(5);
}

run(main());
