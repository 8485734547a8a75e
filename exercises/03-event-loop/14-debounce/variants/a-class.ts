// A class, and one timer that is set anew when it finds that it came too early.
import { getRunningLoop, run, sleep } from 'asyncio';

class Debouncer {
  readonly #seconds: number;
  readonly #fn: (text: string) => void;
  #due = 0;
  #text: string | undefined;
  #isSet = false;

  constructor(seconds: number, fn: (text: string) => void) {
    this.#seconds = seconds;
    this.#fn = fn;
  }

  call(text: string): void {
    this.#text = text;
    this.#due = getRunningLoop().time() + this.#seconds;
    if (!this.#isSet) this.#set();
  }

  cancel(): void {
    this.#text = undefined;
  }

  #set(): void {
    this.#isSet = true;
    getRunningLoop().callAt(this.#due, () => {
      this.#isSet = false;
      if (this.#text === undefined) return;
      if (getRunningLoop().time() < this.#due) {
        this.#set();
        return;
      }
      const text = this.#text;
      this.#text = undefined;
      this.#fn(text);
    });
  }
}

export const debounce = (seconds: number, fn: (text: string) => void): Debouncer => new Debouncer(seconds, fn);

async function main(): Promise<void> {
  const search = debounce(1, (text) => console.log('searching for', text, 'at', getRunningLoop().time()));
  for (const text of ['a', 'as', 'asy']) {
    search.call(text);
    await sleep(0.5);
  }
  await sleep(5);
}

run(main());
