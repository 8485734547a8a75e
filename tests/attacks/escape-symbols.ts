// tries: to take the runtime's own symbols and hand them back, with methods that reach for the host
// must: end finished
// must: print reached: nothing
import * as asyncio from 'asyncio';

const found = new Set<string>();
const symbols = new Set<symbol>();
for (const value of Object.values(asyncio) as any[]) {
  for (let holder = value?.prototype; holder && holder !== Object.prototype; holder = Object.getPrototypeOf(holder))
    for (const key of Reflect.ownKeys(holder)) if (typeof key === 'symbol') symbols.add(key);
}
const bait: any = {};
for (const symbol of symbols)
  bait[symbol] = function (...args: unknown[]) {
    for (const arg of [this, ...args])
      if (arg !== bait && typeof arg === 'object' && arg !== null && !(Symbol.iterator in arg)) found.add(String(symbol));
    try {
      if (
        (function () {
          return this;
        })() !== undefined
      )
        found.add('this');
    } catch {}
    return 'text';
  };
async function main() {
  console.log(bait);
  asyncio.createTask((async () => bait)());
  await asyncio.sleep(0);
  return bait;
}
try {
  asyncio.run(main());
} catch {}
console.log('reached:', [...found].join(' ') || 'nothing');
