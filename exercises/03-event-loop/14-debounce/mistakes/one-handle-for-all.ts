// fails: two of them do not disturb each other
// says: was never called
import { getRunningLoop, run, sleep, type TimerHandle } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

let pending: TimerHandle | undefined;

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  return {
    call(text) {
      pending?.cancel();
      pending = getRunningLoop().callLater(seconds, fn, text);
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
