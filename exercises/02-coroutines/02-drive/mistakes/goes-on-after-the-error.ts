// fails: an error inside the coroutine comes out of drive
// says: asked it for 3 more steps
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
  for (;;) {
    try {
      const step = coroutine.send(undefined);
      if (step.done) return [handed, step.value];
      handed.push(step.value);
    } catch {
      continue;
    }
  }
}

console.log(drive(tour() as unknown as Coroutine));
