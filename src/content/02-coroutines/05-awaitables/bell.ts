import { awaitSymbol, createTask, run } from 'asyncio';

class Bell {
  *[awaitSymbol]() {
    console.log('somebody waits for the bell');
    yield;
    return 'ding';
  }
}

async function passerBy() {
  console.log('somebody passes by');
}

async function main() {
  const task = createTask(passerBy());
  const bell = new Bell();
  console.log('there is a bell');
  console.log(await bell);
}

run(main());
