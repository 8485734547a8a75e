// tries: to leave something behind in one hidden test that it finds in the next
// must: be judged failed by tasks/fetch-all
// must: not print found a mark
import * as asyncio from 'asyncio';
import * as httpx from 'httpx';
import * as network from 'network';
import * as random from 'random';
import * as requests from 'requests';
import * as time from 'time';

const seen = new Set<unknown>();
const waiting: unknown[] = [
  asyncio,
  httpx,
  network,
  random,
  requests,
  time,
  console,
  globalThis,
  Math,
  function* () {},
  (function* () {})(),
];
while (waiting.length > 0 && seen.size < 20_000) {
  const value: any = waiting.pop();
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
  seen.add(value);
  if (Object.hasOwn(value, 'leftByMe')) console.log('found a mark');
  try {
    value.leftByMe = 1;
  } catch {}
  for (const key of Reflect.ownKeys(value)) {
    const { value: held, get, set } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    waiting.push(held, get, set);
  }
  waiting.push(Object.getPrototypeOf(value));
}
const before = [random.random(), asyncio.newEventLoop().time()];
random.seed(1);
if (before[1] !== 0) console.log('found a mark in the clock');
export async function getRequest() {}
export async function makeRequests() {
  return [String(before[0])];
}
