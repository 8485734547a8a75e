import { createTask, getRunningLoop, IncompleteReadError, run, sleep, StreamReader, ValueError } from 'asyncio';

const text = (data: Uint8Array) => new TextDecoder().decode(data);

async function* frames(reader: StreamReader) {
  for (;;) {
    let header;
    try {
      header = await reader.readexactly(2);
    } catch (error) {
      if (!(error instanceof IncompleteReadError)) throw error;
      console.log(`no header: ${error.message} ${error.partial.length}/${error.expected}`);
      return;
    }
    const length = (header[0] ?? 0) * 256 + (header[1] ?? 0);
    yield await reader.readexactly(length);
  }
}

async function feed(reader: StreamReader, data: Uint8Array, size: number) {
  for (let start = 0; start < data.length; start += size) {
    await sleep(0.5);
    reader.feedData(data.slice(start, start + size));
  }
  reader.feedEof();
}

function framed(text: string) {
  return [Math.floor(text.length / 256), text.length % 256, ...new TextEncoder().encode(text)];
}

async function main() {
  const loop = getRunningLoop();
  const data = Uint8Array.from([...framed('hello'), ...framed(''), ...framed('x'.repeat(300)), ...framed('end')]);
  for (const size of [7, 1000, 100]) {
    const reader = new StreamReader(16);
    const feeder = createTask(feed(reader, data, size));
    for await (const frame of frames(reader)) {
      console.log(`${loop.time()} ${frame.length} ${text(frame.slice(0, 5))}`);
    }
    await feeder;
  }
  // Cut off in the middle of a frame.
  let reader = new StreamReader();
  reader.feedData(Uint8Array.from(framed('hello').slice(0, 4)));
  createTask(feed(reader, new Uint8Array(), 1));
  try {
    for await (const frame of frames(reader)) {
      console.log(`never ${frame}`);
    }
  } catch (error) {
    if (!(error instanceof IncompleteReadError)) throw error;
    console.log(`${error.message} [${text(error.partial)}] ${error.expected} ${reader.atEof() ? 'True' : 'False'}`);
  }
  // Pieces of any size.
  reader = new StreamReader(4);
  reader.feedData(new TextEncoder().encode('abcdefghij'));
  console.log(`[${text(await reader.read(0))}] [${text(await reader.read(3))}] [${text(await reader.readexactly(0))}]`);
  try {
    await reader.readexactly(-1);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(error.message);
  }
  console.log(`[${text(await reader.readexactly(7))}]`);

  async function rest() {
    return text(await reader.read());
  }

  const reading = createTask(rest());
  await sleep(0);
  reader.feedData(new TextEncoder().encode('0123456789'));
  await sleep(1);
  reader.feedData(new TextEncoder().encode('xyz'));
  console.log(reading.done() ? 'True' : 'False');
  reader.feedEof();
  console.log(`${await reading} ${loop.time()}`);
}

run(main());
