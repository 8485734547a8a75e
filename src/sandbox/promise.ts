/** What stands in the place of `Promise`, which no event loop of ours can order: each use says what asyncio has instead. */

/** What to write instead of each of Promise's functions. */
const INSTEAD: Readonly<Record<string, string>> = {
  all: 'use gather from asyncio: `await gather(...coroutines)`',
  allSettled: 'use gather from asyncio: `await gather(...coroutines, { returnExceptions: true })`',
  race: 'use tasks from asyncio: whichever ends first can end a future that you await',
  any: 'use tasks from asyncio: whichever succeeds first can end a future that you await',
  resolve: 'a value needs no wrapping: write it as it is',
  reject: 'raise the error where it happens: `throw error`',
  withResolvers: 'use a future: `getRunningLoop().createFuture()`',
  try: 'call the function, with `await` if it is async',
};

let made: object | undefined;

/** The stand-in, hardened; one for all programs. */
export function absentPromise(): object {
  if (made !== undefined) return made;
  const Promise = function (): never {
    throw new TypeError('Promise is not here: use a future, `getRunningLoop().createFuture()`, or an async function');
  };
  for (const [name, advice] of Object.entries(INSTEAD)) {
    const value = (): never => {
      throw new TypeError(`Promise.${name} is not here: ${advice}`);
    };
    Object.defineProperty(Promise, name, { value });
  }
  return (made = harden(Promise));
}
