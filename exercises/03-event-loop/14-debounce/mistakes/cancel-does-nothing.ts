// fails: cancel takes back what is pending
// fails: a cancelled one can be used again
// says: was called all the same
import { getRunningLoop, run, sleep, type TimerHandle } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  let pending: TimerHandle | undefined;
  return {
    call(text) {
      pending?.cancel();
      pending = getRunningLoop().callLater(seconds, fn, text);
    },
    cancel() {
      pending = undefined;
    },
  };
}

async function main(): Promise<void> {
  const search = debounce(1, (text) => console.log("searching for", text, "at", getRunningLoop().time()));
  for (const text of ["a", "as", "asy"]) {
    search.call(text);
    await sleep(0.5);
  }
  await sleep(5);
}

run(main());
