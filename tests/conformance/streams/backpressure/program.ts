import { AssertionError, createTask, NotImplementedError, run, sleep, StreamReader, ValueError } from 'asyncio';

const b = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

/** What a reader asks of the transport that feeds it. */
class Transport {
  paused = false;

  pauseReading() {
    this.paused = true;
    console.log('paused');
  }

  resumeReading() {
    this.paused = false;
    console.log('resumed');
  }
}

async function main() {
  let reader = new StreamReader(4);
  const transport = new Transport();
  reader.setTransport(transport);
  // Paused above twice the limit, resumed at the limit.
  reader.feedData(b('12345678'));
  console.log('eight');
  reader.feedData(b('9'));
  console.log('nine');
  reader.feedData(b('0'));
  for (const size of [3, 2, 1, 4]) {
    console.log(text(await reader.read(size)));
  }
  // Who waits for more than the limit resumes it: it would wait for ever.
  reader.feedData(b('abcdefghi'));

  async function feed() {
    for (const chunk of ['j', 'klmnopqrst', 'u']) {
      await sleep(1);
      console.log(`feed ${chunk} ${transport.paused ? 'True' : 'False'}`);
      reader.feedData(b(chunk));
    }
    await sleep(1);
    reader.feedEof();
  }

  const feeding = createTask(feed());
  console.log(text(await reader.readexactly(20)));
  console.log(text(await reader.read()));
  await feeding;
  // A line that is too long is thrown away, and there is room again.
  reader = new StreamReader(2);
  reader.setTransport(transport);
  reader.feedData(b('too long\nok\n'));
  try {
    await reader.readline();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(error.message);
  }
  console.log(`'${text(await reader.readline()).replace('\n', '\\n')}'`);
  // One transport only.
  try {
    reader.setTransport(transport);
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    console.log(error.message);
  }
  // A transport that cannot be paused is left alone from then on.
  class Stubborn extends Transport {
    override pauseReading() {
      console.log('asked');
      throw new NotImplementedError();
    }
  }

  reader = new StreamReader(2);
  reader.setTransport(new Stubborn());
  reader.feedData(b('12345'));
  reader.feedData(b('67890'));
  console.log(text(await reader.read(7)));
}

run(main());
