// tries: to reach the host through the constructor of every kind of function and value
// must: end finished
// must: print reached: nothing
import * as asyncio from 'asyncio';

const found: string[] = [];
const kinds = {
  function: function () {},
  arrow: () => 0,
  generator: function* () {},
  async: async () => 0,
  asyncGenerator: async function* () {},
  class: class {},
  method: { m() {} }.m,
  bound: function () {}.bind(null),
  array: [],
  text: '',
  number: 1,
  symbol: Symbol.iterator,
  error: new Error(''),
  console: console.log,
  globals: globalThis,
  module: asyncio,
  runtime: asyncio.sleep,
  class2: asyncio.Queue,
  coroutine: asyncio.sleep(0),
};
kinds.coroutine.close();
for (const [name, value] of Object.entries(kinds)) {
  for (
    let holder: any = value, depth = 0;
    holder !== null && holder !== undefined && depth < 10;
    holder = Object.getPrototypeOf(holder), depth += 1
  ) {
    for (const reach of [
      () => holder.constructor,
      () => holder.constructor.constructor,
      () => holder.constructor.constructor.constructor,
    ]) {
      try {
        const made = reach()(
          'return typeof fetch + typeof process + typeof postMessage + typeof require + typeof XMLHttpRequest',
        )();
        if (made !== 'undefined'.repeat(5)) found.push(`${name}: ${made}`);
      } catch {}
    }
  }
}
console.log('reached:', found.join(' ') || 'nothing');
