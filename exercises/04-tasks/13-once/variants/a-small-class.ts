// A class keeps future and listener together.
import { createTask, Future, getRunningLoop, run, sleep } from 'asyncio';

/** Calls its listeners with each value. Leave it as it is. */
export class Emitter<T> {
  readonly listeners = new Set<(value: T) => void>();

  on(listener: (value: T) => void): void {
    this.listeners.add(listener);
  }

  off(listener: (value: T) => void): void {
    this.listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}

/** A future for the next value of an emitter. */
class Next<T> {
  readonly future = new Future<T>({ loop: getRunningLoop() });
  readonly #emitter: Emitter<T>;
  readonly #hear = (value: T): void => {
    if (this.future.done()) return;
    this.future.setResult(value);
  };

  constructor(emitter: Emitter<T>) {
    this.#emitter = emitter;
    emitter.on(this.#hear);
    this.future.addDoneCallback(() => {
      this.#emitter.off(this.#hear);
    });
  }
}

export function once<T>(emitter: Emitter<T>): Future<T> {
  return new Next(emitter).future;
}

async function button(emitter: Emitter<string>): Promise<void> {
  await sleep(2);
  emitter.emit('pressed');
  emitter.emit('pressed again');
}

async function main(): Promise<void> {
  const emitter = new Emitter<string>();
  const pressing = createTask(button(emitter));
  console.log(await once(emitter), 'at', getRunningLoop().time(), 's');
  await pressing;
}

run(main());
