import { createTask, getRunningLoop, run, sleep, type Future } from 'asyncio';

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
export function once<T>(emitter: Emitter<T>): Future<T> {
  const future = getRunningLoop().createFuture<T>();
  // TODO: let the emitter set the result, and not this line
  future.setResult('nothing yet' as T);
  return future;
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
