// fails: everything that was handed out is in the list, in order
// fails: a coroutine that never suspends hands out nothing
// fails: a coroutine with many suspensions is run to its end
// says: The first of the two is a list
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

export function drive(coroutine: Coroutine): [handed: number, value: unknown] {
  let suspensions = 0;
  let step = coroutine.send(undefined);
  while (!step.done) {
    suspensions += 1;
    step = coroutine.send(undefined);
  }
  return [suspensions, step.value];
}

console.log(drive(tour() as unknown as Coroutine));
