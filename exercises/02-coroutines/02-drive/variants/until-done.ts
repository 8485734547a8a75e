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
  const handed: unknown[] = [];
  while (true) {
    const { done, value } = coroutine.send(undefined);
    if (done) return [handed, value];
    handed.push(value);
  }
}

console.log(drive(tour() as unknown as Coroutine));
