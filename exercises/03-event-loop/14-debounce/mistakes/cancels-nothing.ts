// fails: it calls once, when the calls have stopped
// fails: fn gets the text of the last call
// fails: cancel takes back what is pending
// fails: a cancelled one can be used again
// says: fired 3 times
import { getRunningLoop, run, sleep } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  return {
    call(text) {
      getRunningLoop().callLater(seconds, fn, text);
    },
    cancel() {
      // whatever is set runs
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
