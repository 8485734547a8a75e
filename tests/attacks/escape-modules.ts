// tries: to reach the host by handing every function of every module values that reach back
// must: end finished or raised RuntimeError or deadlock
// must: print reached: nothing
import * as asyncio from 'asyncio';
import * as concurrent from 'concurrent';
import * as contextvars from 'contextvars';
import * as httpx from 'httpx';
import * as network from 'network';
import * as random from 'random';
import * as requests from 'requests';
import * as time from 'time';

const found = new Set<string>();
const TEXT = 'return typeof process + typeof fetch + typeof self';
const look = (value: any, where: string) => {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || value === bait) return;
  try {
    if (value.constructor.constructor(TEXT)() !== 'undefined'.repeat(3)) found.add(where);
  } catch {}
  for (const name of ['postMessage', 'binding', 'mainModule', 'importScripts'])
    try {
      if (typeof value[name] === 'function') found.add(`${where}.${name}`);
    } catch {}
};
let where = '';
const bait: any = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 1 : key === 'length' ? 1 : bait),
  apply: (_, self, args) => (look(self, where), args.forEach((arg) => look(arg, where)), undefined),
  construct: (_, args) => (args.forEach((arg) => look(arg, where)), {}),
  has: () => true,
});
const leave = new Set(['run', 'Runner', 'burn', 'sleep', 'interrupt']);
for (const [name, module] of Object.entries({ asyncio, concurrent, contextvars, httpx, network, random, requests, time }) as [
  string,
  any,
][]) {
  for (const [key, value] of Object.entries(module) as [string, any][]) {
    if (typeof value !== 'function' || leave.has(key)) continue;
    where = `${name}.${key}`;
    for (const use of [
      () => value(bait),
      () => value(bait, bait, bait),
      () => new value(bait),
      () => new value(bait, bait),
      () => value.call(bait, bait),
      () => value({ toString: bait }, [bait]),
    ])
      try {
        const got = use();
        look(got, where);
        got?.close?.();
      } catch (error) {
        look(error, where);
      }
  }
}
console.log('reached:', [...found].slice(0, 20).join(' ') || 'nothing');
