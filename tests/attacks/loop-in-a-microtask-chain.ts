// tries: to go on for ever in the host's own microtasks, with a native promise from wherever there may be one
// must: end finished
// must: print native promises: none
const found: string[] = [];
const makers = {
  'async text': () => new Function('return (async () => 1)()')(),
  eval: () => (0, eval)('(async () => 1)()'),
  fromAsync: () => Array.fromAsync([1]),
  constructor: () => (async () => 1)().constructor.resolve(1),
  species: () => (async function* () {})().next().constructor.resolve(1),
  Promise: () => new Promise((resolve: any) => resolve(1)),
};
for (const [name, make] of Object.entries(makers))
  try {
    const native = make();
    const again = () => native.then(again);
    again();
    found.push(name);
  } catch {}
console.log('native promises:', found.join(' ') || 'none');
