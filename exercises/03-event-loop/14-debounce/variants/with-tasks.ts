// A task that sleeps and then calls; the next call cancels it.
import { createTask, getRunningLoop, run, sleep, type Task } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  let waiting: Task<void> | undefined;
  const later = async (text: string): Promise<void> => {
    await sleep(seconds);
    fn(text);
  };
  const cancel = (): void => void waiting?.cancel();
  return {
    cancel,
    call(text) {
      cancel();
      waiting = createTask(later(text));
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
