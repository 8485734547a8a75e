// tries: to change what others share: prototypes, globals, the console, the modules
// must: end finished
// must: print changed: nothing
import * as asyncio from 'asyncio';
import * as time from 'time';

const changed: string[] = [];
const attempt = (name: string, change: () => unknown, look: () => boolean) => {
  try {
    change();
  } catch {}
  try {
    if (look()) changed.push(name);
  } catch {}
};
const g: any = globalThis;
attempt(
  'Array.prototype.map',
  () => ((Array.prototype as any).map = () => ['forged']),
  () => [1].map(String)[0] === 'forged',
);
attempt(
  'Object.prototype',
  () => ((Object.prototype as any).polluted = 1),
  () => ({}).polluted === 1,
);
attempt(
  '__proto__',
  () => (({} as any).__proto__.polluted = 1),
  () => ({}).polluted === 1,
);
attempt(
  'Object.defineProperty',
  () => Object.defineProperty(Object.prototype, 'then', { value: 1 }),
  () => ({}).then === 1,
);
attempt(
  'JSON.stringify',
  () => (JSON.stringify = () => '"forged"'),
  () => JSON.stringify(1) === '"forged"',
);
attempt(
  'Map.prototype.get',
  () => (Map.prototype.get = () => 'forged'),
  () => new Map().get(1) === 'forged',
);
attempt(
  'globalThis',
  () => (g.left = 1),
  () => g.left === 1,
);
attempt(
  'a new global',
  () => new Function('undeclared = 1')(),
  () => new Function('return undeclared')() === 1,
);
attempt(
  'console.log',
  () => ((console as any).log = () => {}),
  () => !String(console.log).includes('native') && console.log.name === 'forged',
);
attempt(
  'asyncio.sleep',
  () => ((asyncio as any).sleep = 1),
  () => (asyncio as any).sleep === 1,
);
attempt(
  'Task.prototype',
  () => ((asyncio.Task.prototype as any).getName = () => 'forged'),
  () => (asyncio.Task.prototype as any).getName() === 'forged',
);
attempt(
  'time.monotonic',
  () => ((time as any).monotonic = () => 0),
  () => time.monotonic.name === '',
);
attempt(
  'Reflect.apply',
  () => (Reflect.apply = () => 'forged'),
  () => Reflect.apply(() => 1, null, []) === 'forged',
);
attempt(
  'Function.prototype.call',
  () => (Function.prototype.call = () => 'forged'),
  () => (() => 1).call(null) === 'forged',
);
attempt(
  'the generator prototype',
  () => (Object.getPrototypeOf(function* () {}).prototype.next = () => 'forged'),
  () => (function* () {})().next() === 'forged',
);
attempt(
  'Error.prototype.message',
  () => Object.defineProperty(Error.prototype, 'message', { value: 'forged' }),
  () => new Error().message === 'forged',
);
attempt(
  'Symbol.iterator',
  () => (Array.prototype[Symbol.iterator] = null),
  () => Array.prototype[Symbol.iterator] === null,
);
console.log('changed:', changed.join(' ') || 'nothing');
