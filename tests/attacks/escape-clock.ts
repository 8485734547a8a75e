// tries: to tell how much real time goes by, or to find chance that differs from run to run
// must: end finished
// must: print found: nothing
const found: string[] = [];
for (const text of [
  'Date',
  'Date.now()',
  'performance.now()',
  'Math.random()',
  'crypto',
  'new Intl.DateTimeFormat()',
  'Temporal.Now.instant()',
  'process.hrtime()',
  'Atomics.wait',
  'new WeakRef({})',
  'gc()',
  'console.time("x")',
  'new (new Function("return (async()=>1)()")().constructor)(()=>{})',
])
  try {
    const got = (0, eval)(text);
    if (got !== undefined && !text.startsWith('new (new')) found.push(text);
  } catch {}
const Time = Object.getPrototypeOf(Object.getPrototypeOf(0)).constructor;
if (Time !== Object) found.push('prototype');
console.log('found:', found.join(' ') || 'nothing');
