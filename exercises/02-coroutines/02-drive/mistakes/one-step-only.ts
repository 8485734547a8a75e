// fails: everything that was handed out is in the list, in order
// fails: what the coroutine returned is the value
// fails: an error inside the coroutine comes out of drive
// fails: a coroutine with many suspensions is run to its end
// says: It suspended 2 times
// says: comes with the step in which it ends
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
  const { done, value } = coroutine.send(undefined);
  return done ? [[], value] : [[value], undefined];
}

console.log(drive(tour() as unknown as Coroutine));
