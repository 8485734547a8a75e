// fails: after it has fired it can be used again
// says: 1 time
import { getRunningLoop, run, sleep, type TimerHandle } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  let pending: TimerHandle | undefined;
  let fired = false;
  return {
    call(text) {
      pending?.cancel();
      if (fired) return;
      pending = getRunningLoop().callLater(seconds, () => {
        fired = true;
        fn(text);
      });
    },
    cancel() {
      pending?.cancel();
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
