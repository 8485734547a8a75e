// tries: to find, from everything that can be reached from every module and from live objects of each, one thing of the host or one that is shared and not frozen
// must: end finished
// must: print odd: nothing
import * as asyncio from 'asyncio';
import * as concurrent from 'concurrent';
import * as contextvars from 'contextvars';
import * as httpx from 'httpx';
import * as network from 'network';
import * as random from 'random';
import * as requests from 'requests';
import * as time from 'time';

const modules: any = { asyncio, concurrent, contextvars, httpx, network, random, requests, time };
const odd = new Set<string>();
const HOST =
  /^(MessagePort|Worker|Window|WorkerGlobalScope|DedicatedWorkerGlobalScope|process|ChildProcess|Socket|Channel|Module|Compartment|FinalizationRegistry|WeakRef|CallSite|Observer|Recorder|Session|Stage|Writer|Copier)$/;

/** Walks everything from `start`; `shared` says that all of it must be frozen. */
function crawl(start: unknown, name: string, shared: boolean, limit = 30_000) {
  const seen = new Set<unknown>();
  const waiting: [unknown, string][] = [[start, name]];
  while (waiting.length > 0 && seen.size < limit) {
    const [value, path] = waiting.pop()!;
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
    seen.add(value);
    if (shared && !Object.isFrozen(value)) odd.add(`${path} is not frozen`);
    const maker = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(value) ?? {}, 'constructor')?.value;
    if (typeof maker === 'function' && HOST.test(maker.name)) odd.add(`${path} is a ${maker.name}`);
    if (typeof value === 'function') {
      try {
        const got = value.constructor('return typeof process + typeof fetch + typeof self')();
        if (got !== 'undefined'.repeat(3)) odd.add(`${path}.constructor`);
      } catch {}
    }
    waiting.push([Object.getPrototypeOf(value), `${path}.__proto__`]);
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined) continue;
      const to = `${path}.${String(key)}`;
      if ('value' in property) waiting.push([property.value, to]);
      else waiting.push([property.get, `get ${to}`], [property.set, `set ${to}`]);
    }
    if (value instanceof Map)
      for (const [key, item] of Map.prototype.entries.call(value)) waiting.push([key, `${path} key`], [item, `${path} item`]);
    if (value instanceof Set) for (const item of Set.prototype.values.call(value)) waiting.push([item, `${path} item`]);
  }
}

for (const [name, module] of Object.entries(modules)) crawl(module, name, true);

async function live() {
  const {
    Lock,
    Queue,
    Event,
    Semaphore,
    Barrier,
    TaskGroup,
    Runner,
    createTask,
    gather,
    getRunningLoop,
    sleep,
    shield,
    startServer,
    openConnection,
    timeout,
    waitFor,
  } = asyncio as any;
  async function* generator() {
    yield 1;
  }
  const objects: Record<string, unknown> = {
    loop: getRunningLoop(),
    task: createTask(sleep(1)),
    future: getRunningLoop().createFuture(),
    handle: getRunningLoop().callLater(1, () => {}),
    soon: getRunningLoop().callSoon(() => {}),
    gathered: gather(sleep(0), sleep(0)),
    shielded: shield(sleep(0)),
    generator: generator(),
    next: generator().next(),
    lock: new Lock(),
    queue: new Queue(),
    event: new Event(),
    semaphore: new Semaphore(),
    barrier: new Barrier(2),
    group: new TaskGroup(),
    runner: new Runner(),
    timeout: timeout(1),
    waiting: waitFor(sleep(0), 1),
    context: contextvars.copyContext(),
    variable: new contextvars.ContextVar('v', { default: 1 }),
    awaited: sleep(0)[asyncio.awaitSymbol](),
    server: await startServer(() => {}, '127.0.0.1', 8888),
    connection: await openConnection('127.0.0.1', 8888),
    pool: new concurrent.ThreadPoolExecutor(),
    response: requests.get('http://a.test/delay/1'),
    client: new httpx.AsyncClient(),
    error: (() => {
      try {
        JSON.parse('{');
      } catch (error) {
        return error;
      }
    })(),
  };
  for (const [name, object] of Object.entries(objects)) crawl(object, name, false);
}
try {
  asyncio.run(live());
} catch (error) {
  odd.add(`the crawl ended early: ${error}`);
}
console.log('odd:', [...odd].slice(0, 20).join('; ') || 'nothing');
