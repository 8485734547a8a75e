// tries: to learn something from the traps of a proxy that is printed, returned and thrown
// must: end finished
// must: print learned: nothing
import { run, createTask } from 'asyncio';

const learned = new Set<string>();
const spy: any = new Proxy(
  function () {},
  Object.fromEntries(
    Reflect.ownKeys(Reflect)
      .filter((name) => typeof Reflect[name] === 'function')
      .map((name) => [
        name,
        (...args: any[]) => {
          for (const arg of args.slice(1))
            if (
              typeof arg === 'object' &&
              arg !== null &&
              arg !== spy &&
              !Array.isArray(arg) &&
              Object.getPrototypeOf(arg) !== Object.prototype
            )
              learned.add(name as string);
          if (new Error('x').stack?.includes('inside')) learned.add('the stack');
          return Reflect[name](...args);
        },
      ]),
  ),
);
async function main() {
  console.log(spy, [spy]);
  createTask((async () => spy)());
  return spy;
}
run(main());
console.log('learned:', [...learned].join(' ') || 'nothing');
