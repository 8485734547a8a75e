import { getRunningLoop, run, sleep } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  return {
    call(text) {
      // TODO: have fn called when nobody has called for so many seconds
    },
    cancel() {
      // TODO: take it back
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
