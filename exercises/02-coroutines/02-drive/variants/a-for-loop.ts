// The steps are kept, all of them, and taken apart at the end.
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
  const steps: { done?: boolean; value: unknown }[] = [];
  for (let step: { done?: boolean; value: unknown } = { value: undefined }; step.done !== true; steps.push(step)) {
    step = coroutine.send(undefined);
  }
  const end = steps.pop();
  return [steps.map((step) => step.value), end!.value];
}

console.log(drive(tour() as unknown as Coroutine));
