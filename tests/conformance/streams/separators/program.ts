import {
  createTask,
  EOFError,
  getRunningLoop,
  IncompleteReadError,
  LimitOverrunError,
  run,
  sleep,
  StreamReader,
  TypeError,
  ValueError,
} from 'asyncio';

const b = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

async function attempt(reader: StreamReader, separator: Uint8Array | Uint8Array[]) {
  try {
    const data = await reader.readuntil(separator);
    console.log(`until [${text(data)}]`);
  } catch (error) {
    if (error instanceof IncompleteReadError)
      console.log(
        `${error.message}: [${text(error.partial)}] ${error.expected ?? 'None'} ${error instanceof EOFError ? 'True' : 'False'}`,
      );
    else if (error instanceof LimitOverrunError) console.log(`${error.message}: ${error.consumed}`);
    else if (error instanceof ValueError || error instanceof TypeError) console.log(`${error.name} ${error.message}`);
    else throw error;
  }
}

async function feed(reader: StreamReader, ...chunks: string[]) {
  for (const chunk of chunks) {
    await sleep(0);
    console.log(`fed ${chunk}`);
    reader.feedData(b(chunk));
  }
}

async function main() {
  let reader = new StreamReader();
  // A separator that comes in pieces.
  let feeder = createTask(feed(reader, 'QWEaa', 'XYa', 'aa', 'rest'));
  await attempt(reader, b('aaa'));
  await feeder;
  // Several: the one that ends first.
  for (const separators of [[';', ','], ['DEF', 'BCDE'], [';'], ['EF', 'DEF', 'G'], [',', 'x,']]) {
    reader = new StreamReader();
    reader.feedData(b('ABCDEFG;x,y'));
    await attempt(reader, separators.map(b));
  }
  feeder = createTask(feed(reader, 'Z', 'Aaaa'));
  await attempt(reader, [b('A'), b('long sep')]);
  await feeder;
  // What makes no sense; nothing of it takes anything.
  for (const wrong of [b(''), [b('')], [], [b('x'), b('')]]) {
    await attempt(reader, wrong);
  }
  await attempt(reader, 'a' as never);
  await attempt(reader, ['a'] as never);
  console.log(text(await reader.read(100)));
  // Beyond the limit: what was read stays.
  reader = new StreamReader(3);
  reader.feedData(b('some dataAA'));
  await attempt(reader, b('AAA'));
  reader.feedData(b('A'));
  await attempt(reader, b('AAA'));
  await attempt(reader, [b('AAA'), b('som')]);
  await attempt(reader, [b('A'), b('e dataA')]);
  console.log(text(await reader.readexactly(2)));
  reader.feedEof();
  await attempt(reader, b('!'));
  console.log(text(await reader.read()));
  await attempt(reader, b('!'));
  // The end comes while somebody waits.
  reader = new StreamReader();
  reader.feedData(b('some dataAA'));
  getRunningLoop().callLater(2, function feed_eof() {
    reader.feedEof();
  });
  await attempt(reader, b('AAA'));
  console.log(`${getRunningLoop().time()} ${reader.atEof() ? 'True' : 'False'}`);
}

run(main());
