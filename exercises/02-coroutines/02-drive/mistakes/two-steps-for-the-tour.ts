// fails: everything that was handed out is in the list, in order
// fails: what the coroutine returned is the value
// fails: a coroutine that never suspends hands out nothing
// fails: a coroutine with many suspensions is run to its end
// says: The coroutine had ended already
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

/** Runs a coroutine to its end. Gives what it handed out at its suspensions, and what it returned. */
export function drive(coroutine: Coroutine): [handed: unknown[], value: unknown] {
  const first = coroutine.send(undefined).value;
  const second = coroutine.send(undefined).value;
  return [[first, second], coroutine.send(undefined).value];
}

console.log(drive(tour() as unknown as Coroutine));
