// Nothing is cancelled: each timer asks whether a later call has made it void.
import { getRunningLoop, run, sleep } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  let latest = 0;
  return {
    call(text) {
      const number = ++latest;
      getRunningLoop().callLater(seconds, () => {
        if (number === latest) fn(text);
      });
    },
    cancel() {
      latest += 1;
    },
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
