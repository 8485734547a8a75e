// fails: nothing is sent into the coroutine
// says: given to it by send
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
  let step = coroutine.send(undefined);
  while (!step.done) {
    handed.push(step.value);
    step = coroutine.send(step.value);
  }
  return [handed, step.value];
}

console.log(drive(tour() as unknown as Coroutine));
