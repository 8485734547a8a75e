// tries: to call home through the modules that look like a network
// must: end finished
// must: print all of it was virtual
import { run, openConnection, startServer, gather } from 'asyncio';
import * as requests from 'requests';
import { AsyncClient } from 'httpx';
import { fault } from 'network';

const attempt = (call: () => unknown) => {
  try {
    call();
  } catch {}
};
attempt(() => requests.get('SERVER'));
attempt(() => requests.post('SERVER', { data: 'secret' }));
attempt(() => requests.get('SERVER', { proxies: { http: 'SERVER' }, stream: true }));
attempt(() => requests.get('file:///etc/passwd'));
attempt(() => fault('SERVER', 'refused'));
async function main() {
  const [, , host = '', port = ''] = /^(http):\/\/([^:/]+):(\d+)/.exec('SERVER') ?? [];
  const calls = [
    async () => (await new AsyncClient().get('SERVER')).text,
    async () => (await openConnection(host, Number(port)))[1].write(new Uint8Array([1])),
    async () => startServer(() => {}, '0.0.0.0', Number(port)),
    async () => openConnection('localhost', Number(port), { ssl: true }),
  ];
  for (const call of calls)
    try {
      await call();
    } catch {}
}
attempt(() => run(main()));
console.log('all of it was virtual');
