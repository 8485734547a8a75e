import { sleep, type Coroutine } from 'asyncio';

function* countGenerator() {
  console.log('generator: one');
  yield;
  console.log('generator: two');
  yield;
  console.log('generator: three');
  return 'counted';
}

async function countCoroutine() {
  console.log('coroutine: one');
  await sleep(0);
  console.log('coroutine: two');
  await sleep(0);
  console.log('coroutine: three');
  return 'counted';
}

function tell({ done, value }: IteratorResult<unknown>) {
  if (!done) console.log('  it is suspended');
  else console.log('  it has ended:', value);
}

const generator = countGenerator();
const coroutine = countCoroutine() as unknown as Coroutine<string>;
console.log('nothing has run yet');
for (let turn = 0; turn < 3; turn++) {
  tell(generator.next());
  tell(coroutine.send(undefined));
}
