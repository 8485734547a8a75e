import { getRunningLoop, run, sleep, type TimerHandle } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  let pending: TimerHandle | undefined;

  function cancel(): void {
    pending?.cancel();
  }
  function call(text: string): void {
    cancel();
    pending = getRunningLoop().callLater(seconds, fn, text);
  }
  return { call, cancel };
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
