import { anext, run } from 'asyncio';

async function* stubborn() {
  try {
    yield 'one';
  } finally {
    yield 'two';
  }
}

const items = stubborn();

async function main() {
  console.log(await anext(items));
  for (let i = 0; i < 2; i += 1) {
    try {
      await items.return();
    } catch (error) {
      if (error instanceof Error) console.log(`${error.name}: ${error.message}`);
    }
  }
}

run(main());
