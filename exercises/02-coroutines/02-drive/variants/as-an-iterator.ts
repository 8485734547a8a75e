// A coroutine has an iterator, and a generator can go through it: its own value is that of `yield*`.
import { awaitSymbol, type Coroutine } from 'asyncio';

/** To be awaited: suspends once, and hands `name` to whoever drives the coroutine. Leave it as it is. */
class Stop {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  *[awaitSymbol]() {
    yield this.name;
  }
}

async function tour(): Promise<string> {
  await new Stop('bridge');
  await new Stop('castle');
  return 'home';
}

export function drive(coroutine: Coroutine): [handed: unknown[], value: unknown] {
  let value: unknown;
  function* steps(): Generator<unknown, void> {
    value = yield* coroutine[awaitSymbol]() as Generator<unknown, unknown>;
  }
  const handed = [...steps()];
  return [handed, value];
}

console.log(drive(tour() as unknown as Coroutine));
