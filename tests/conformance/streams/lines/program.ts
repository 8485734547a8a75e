import {
  AssertionError,
  asyncWith,
  createTask,
  gather,
  getRunningLoop,
  Lock,
  run,
  sleep,
  StreamReader,
  ValueError,
} from 'asyncio';

const encoder = new TextEncoder();
const b = (text: string) => encoder.encode(text);

function show(data: Uint8Array) {
  return `[${new TextDecoder().decode(data).replaceAll('\n', '|')}]`;
}

const py = (value: boolean) => (value ? 'True' : 'False');

async function feed(reader: StreamReader, ...chunks: Uint8Array[]) {
  for (const chunk of chunks) {
    await sleep(1);
    console.log(`fed ${show(chunk)}`);
    reader.feedData(chunk);
  }
  await sleep(1);
  reader.feedEof();
  console.log('fed the end');
}

async function main() {
  // Lines across the borders of chunks.
  let reader = new StreamReader();
  const feeder = createTask(feed(reader, b('on'), b('e\ntwo'), b('\n\nfour\n'), b(''), b('five')));
  for await (const line of reader) {
    console.log(`line ${show(line)} ${py(reader.atEof())}`);
  }
  console.log(`end ${py(reader.atEof())} ${py(feeder.done())}`);
  console.log(`${show(await reader.readline())} ${show(await reader.read())} ${show(await reader.read(5))}`);
  await feeder;
  // What is there already is read without a trip through the loop.
  reader = new StreamReader();
  reader.feedData(b('a\nb\nc'));
  getRunningLoop().callSoon(function print(text: string) {
    console.log(text);
  }, 'a turn of the loop');
  console.log(`${show(await reader.readline())} ${show(await reader.readline())} ${show(await reader.read(10))}`);
  await sleep(0);
  // Two tasks take turns with the lines of one reader, in the order in which they ask.
  reader = new StreamReader();
  const lock = new Lock();

  async function worker(name: string) {
    for (;;) {
      const line = await asyncWith(lock, async () => await reader.readline());
      if (line.length === 0) {
        break;
      }
      console.log(`${name} ${show(line)}`);
    }
    console.log(`${name} ends`);
  }

  const workers = ['w1', 'w2'].map((name) => createTask(worker(name)));
  await feed(reader, b('1\n2\n'), b('3\n4'), b('\n5\n'));
  await gather(...workers);
  // A line longer than the limit: what is thrown away depends on where its end is.
  reader = new StreamReader(4);
  reader.feedData(b('1234\n12345\nab\n123456'));
  for (let i = 0; i < 4; i += 1) {
    try {
      console.log(`line ${show(await reader.readline())}`);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      console.log(`${error.name}: ${error.message}`);
    }
  }
  reader.feedEof();
  console.log(`${show(await reader.readline())} ${py(reader.atEof())}`);
  try {
    new StreamReader(0);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(error.message);
  }
  try {
    reader.feedData(b('more'));
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    console.log(error.message);
  }
  console.log(`${new StreamReader(3)} ${reader}`);
}

run(main());
