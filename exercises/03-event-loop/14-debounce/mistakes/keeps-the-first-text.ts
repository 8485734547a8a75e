// fails: fn gets the text of the last call
// says: a, which was the text of the first call
import { getRunningLoop, run, sleep, type TimerHandle } from 'asyncio';

interface Debounced {
  call(text: string): void;
  cancel(): void;
}

export function debounce(seconds: number, fn: (text: string) => void): Debounced {
  let pending: TimerHandle | undefined;
  let kept: string | undefined;
  const fire = (): void => {
    fn(kept ?? '');
    kept = undefined;
  };
  const cancel = (): void => {
    pending?.cancel();
  };
  return {
    call(text) {
      kept ??= text;
      cancel();
      pending = getRunningLoop().callLater(seconds, fire);
    },
    cancel() {
      cancel();
      kept = undefined;
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
