// tries: to have a client and a server answer each other for ever
// must: end loop-steps
import { openConnection, run, startServer } from 'asyncio';

async function echo(reader, writer) {
  for (;;) writer.write(await reader.read(100));
}

async function main() {
  await startServer(echo, '127.0.0.1', 8888);
  const [reader, writer] = await openConnection('127.0.0.1', 8888);
  writer.write(new Uint8Array([1]));
  for (;;) writer.write(await reader.read(100));
}

run(main());
