/** What programs share is hardened: no class of ours can be changed by a program, whether a module exports it or not. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asyncio, hiddenClasses } from '../../src/runtime/index.ts';
import { printed } from './run.ts';

const RUNTIME = new URL('../../src/runtime/', import.meta.url);

test('every class of the runtime is exported to programs or named as hidden', () => {
  const classes = readdirSync(RUNTIME).flatMap((file) =>
    [...readFileSync(new URL(file, RUNTIME), 'utf8').matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  );
  expect(classes.length).toBeGreaterThan(80);
  expect(classes.filter((name) => !(name in asyncio) && !(name in hiddenClasses))).toEqual([]);
});

test('nothing that a program holds an object of has a prototype or a class that it could change', async () => {
  const lines = await printed(`
import { asCompleted, awaitSymbol, createTask, Event, Future, gather, getRunningLoop, Lock, openConnection, Queue, run, Runner, shield, sleep, startServer, TaskGroup, timeout, wait, waitFor } from 'asyncio';
import { ThreadPoolExecutor } from 'concurrent';
import { ContextVar, copyContext } from 'contextvars';
import { AsyncClient } from 'httpx';
import { Random } from 'random';
import { get } from 'requests';

async function* generator() { yield 1; }
async function nothing() {}
async function main() {
  const loop = getRunningLoop();
  const coroutine: any = nothing();
  const task: any = createTask(nothing());
  const server = await startServer(() => {}, '127.0.0.1', 8888);
  const [reader, writer] = await openConnection('127.0.0.1', 8888);
  const pool = new ThreadPoolExecutor(1);
  const things: any = {
    bare: sleep(0), sleep: sleep(1), coroutine, task, loop, handle: loop.callSoon(() => {}), timer: loop.callLater(1, () => {}),
    generator: generator(), next: generator().next(), future: new Future(), gathered: gather(task), shielded: shield(task), wait: wait([task]),
    waitFor: waitFor(nothing(), 1), get: new Queue().get(), put: new Queue().put(1), acquire: new Lock().acquire(), event: new Event().wait(),
    group: new TaskGroup(), timeout: timeout(1), completed: asCompleted([task]), iterator: asCompleted([task])[Symbol.iterator](), server, reader, writer,
    transport: (writer as any).transport, sockets: (server as any).sockets?.[0],
    token: new ContextVar('x').set(1), context: copyContext(), awaiting: task[awaitSymbol](), awaited: coroutine[awaitSymbol](), pool, job: pool.submit(() => 1),
    chance: new Random(1), runner: new Runner(), response: get('https://httpbin.org/json'), headers: get('https://httpbin.org/json').headers, client: new AsyncClient(), request: new AsyncClient().get('https://httpbin.org/json'),
  };
  for (const [name, thing] of Object.entries(things)) {
    for (let holder: any = thing; holder !== null && holder !== undefined && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
      if (holder === thing) continue;
      if (!Object.isFrozen(holder)) console.log(name, 'has a prototype that can be changed');
      const made = Object.getOwnPropertyDescriptor(holder, 'constructor')?.value;
      if (made !== undefined && !Object.isFrozen(made)) console.log(name, 'has a class that can be changed');
    }
  }
  console.log(Object.keys(things).length, 'looked at');
}
run(main());`);
  expect(lines).toEqual(['39 looked at']);
});
