// fails: an error inside the coroutine comes out of drive
// says: An error ends the coroutine
// says: drive returned [["one"],None]
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
  const handed: unknown[] = [];
  try {
    let step = coroutine.send(undefined);
    while (!step.done) {
      handed.push(step.value);
      step = coroutine.send(undefined);
    }
    return [handed, step.value];
  } catch {
    return [handed, undefined];
  }
}

console.log(drive(tour() as unknown as Coroutine));
