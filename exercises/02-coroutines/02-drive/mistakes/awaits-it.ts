// fails: everything that was handed out is in the list, in order
// fails: what the coroutine returned is the value
// fails: a coroutine that never suspends hands out nothing
// fails: a coroutine with many suspensions is run to its end
// fails: an error inside the coroutine comes out of drive
// says: returned a coroutine object
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

export async function drive(coroutine: Coroutine): Promise<[handed: unknown[], value: unknown]> {
  const value = await coroutine;
  return [[], value];
}
