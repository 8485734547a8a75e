import { asyncWith, createTask, run, sleep, ValueError } from 'asyncio';

class KeyError extends Error {}

class Door {
  readonly name: string;
  readonly options: { swallow?: boolean; fail?: boolean };

  constructor(name: string, options: { swallow?: boolean; fail?: boolean } = {}) {
    this.name = name;
    this.options = options;
  }

  async aenter() {
    console.log(`${this.name} opens`);
    await sleep(1);
    return this.name.toUpperCase();
  }

  async aexit(error?: Error) {
    console.log(`${this.name} closes: ${error?.name === 'Error' ? 'KeyError' : (error?.name ?? 'NoneType')}`);
    await sleep(0);
    if (this.options.fail) {
      throw new ValueError(`${this.name} is stuck`);
    }
    return this.options.swallow;
  }
}

async function walk(door: Door, error?: Error) {
  let name = '';
  await asyncWith(door, async (given) => {
    name = given;
    console.log(`in ${name}`);
    await sleep(1);
    if (error !== undefined) {
      throw error;
    }
  });
  console.log(`out of ${name}`);
}

async function main() {
  await walk(new Door('a'));
  try {
    await walk(new Door('b'), new KeyError('k'));
  } catch (error) {
    if (error instanceof KeyError) console.log('not swallowed');
  }
  await walk(new Door('c', { swallow: true }), new KeyError('k'));
  try {
    await walk(new Door('d', { fail: true }), new KeyError('k'));
  } catch (error) {
    if (error instanceof ValueError) console.log(`${error.message}, while KeyError`);
  }
  await asyncWith(new Door('e'), (e) =>
    asyncWith(new Door('f'), (f) => {
      console.log(`${e} and ${f}`);
    }),
  );
  const task = createTask(walk(new Door('g', { swallow: true })));
  await sleep(1.5);
  task.cancel();
  await task;
  console.log(`cancelled: ${task.cancelled() ? 'True' : 'False'}`);
  try {
    await walk(5 as never);
  } catch (error) {
    if (error instanceof TypeError) console.log(error.message);
  }
}

run(main());
