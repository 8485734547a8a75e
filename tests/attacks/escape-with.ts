// tries: to see how its names are looked up, with `with` and a proxy in sloppy code
// must: end finished
// must: print reached: nothing
const found: unknown[] = [];
try {
  const spy = new Proxy({}, { has: (_, name) => (found.push(name), false), get: (_, name) => found.push(name) });
  new Function('spy', 'with (spy) { return typeof process; }')(spy);
} catch {}
try {
  const sloppy = new Function('return (function () { return this === undefined ? undefined : Object.keys(this); })()')();
  for (const key of sloppy ?? []) if (!(key in globalThis)) found.push(key);
} catch {}
const host = found.filter((name) => !['process', Symbol.unscopables].includes(name as string));
console.log('reached:', host.map(String).join(' ') || 'nothing');
