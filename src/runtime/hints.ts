/**
 * "What to write instead": one line for errors whose cause the runtime knows. Kept beside the error, never in it, so that `message` stays CPython's text.
 */
const hints = new WeakMap<object, string>();

/** Attaches a hint to an error and returns the error. */
export function withHint<E extends object>(error: E, hint: string | undefined): E {
  if (hint !== undefined) hints.set(error, hint);
  return error;
}

/** Names of the host's world that a learner may reach for, and what stands in their place. */
const ABSENT = new Map<string, string>([
  ['setTimeout', 'There are no timers here: write `await sleep(seconds)`, or `getRunningLoop().callLater(seconds, f)`.'],
  ['setInterval', 'There are no timers here: write a loop with `await sleep(seconds)` in it.'],
  ['clearTimeout', 'There are no timers here: `callLater` gives a handle, and `handle.cancel()` takes the call back.'],
  ['clearInterval', 'There are no timers here: `callLater` gives a handle, and `handle.cancel()` takes the call back.'],
  ['setImmediate', 'There are no timers here: write `await sleep(0)`.'],
  ['queueMicrotask', 'There is no microtask queue here: write `getRunningLoop().callSoon(f)`.'],
  [
    'fetch',
    'There is no network but the simulated one: write `await client.get(url)` with a client of httpx, or `requests.get(url)`.',
  ],
  ['process', 'The host is out of reach: a program has its imports and the language, no more.'],
  ['window', 'The page is out of reach: a program has its imports and the language, no more.'],
  ['document', 'The page is out of reach: a program has its imports and the language, no more.'],
]);

/** The line that says what to write instead, where the runtime knows one. */
export function hintOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const known = hints.get(error);
  if (known !== undefined) return known;
  if (!(error instanceof ReferenceError)) return undefined;
  const name = /^(\w+) is not defined/.exec(error.message)?.[1];
  return name === undefined ? undefined : ABSENT.get(name);
}

/** What to write when `value` was awaited and cannot be. */
export function awaitHint(value: unknown): string | undefined {
  if (isNativePromise(value)) {
    return 'A native Promise does not know this event loop. Write `await gather(…)` for Promise.all, `await sleep(seconds)` for setTimeout, `getRunningLoop().createFuture()` for new Promise.';
  }
  if (Array.isArray(value)) return 'To await several at once, write `await gather(...list)`.';
  if (typeof value === 'function') return value.name === '' ? 'Call it: `await f()`.' : `Call it: \`await ${value.name}()\`.`;
  if (value === undefined || value === null)
    return 'What stands after `await` gave nothing back. An ordinary function is called without `await`.';
  if (isThenable(value)) return 'Only coroutines, tasks and futures can be awaited here.';
  return 'This is a plain value already: write it without `await`.';
}

/** What to write when a coroutine was expected and `value` came. */
export function coroutineHint(value: unknown): string | undefined {
  if (typeof value === 'function')
    return value.name === '' ? 'Call it: `f()`, with the brackets.' : `Call it: \`${value.name}()\`, with the brackets.`;
  return isNativePromise(value) ? awaitHint(value) : undefined;
}

/** What to write when bytes were expected and `value` came. */
export function bytesHint(value: unknown): string | undefined {
  return typeof value === 'string' ? 'Streams carry bytes: write `new TextEncoder().encode(text)`.' : undefined;
}

/** What to write when a coroutine was made and never awaited; `name` is what was called. */
export function neverAwaitedHint(name: string): string {
  return `The call made a coroutine, and nothing ran it. Write \`await ${name}(…)\` (also after \`return\`), or hand it to \`createTask\` or \`gather\`.`;
}

function isNativePromise(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Promise]';
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/** Why `.then` and its like do not work, in Python's words, with what to write. @internal */
export function noSuchMethod(kind: string, name: string): TypeError {
  const write =
    name === 'then'
      ? 'const value = await …;'
      : name === 'catch'
        ? 'try { await … } catch (error) { … }'
        : 'try { await … } finally { … }';
  return withHint(
    new TypeError(`'${kind}' object has no attribute '${name}'`),
    `There are no promises here. Write \`${write}\` in an async function.`,
  );
}
