// tries: to drive the loop, a task and a generator through their internal members, wherever they can be reached
// must: end finished or raised RuntimeError or raised TypeError or raised InvalidStateError or deadlock
// must: print began
// must: not print escaped
import { createTask, currentTask, getRunningLoop, run, sleep } from 'asyncio';

console.log('began');
async function* generator() {
  yield 1;
}
async function main() {
  const objects: any[] = [
    getRunningLoop(),
    currentTask(),
    createTask(sleep(1)),
    sleep(0),
    generator(),
    generator().next(),
    getRunningLoop().createFuture(),
  ];
  for (const object of objects) {
    for (let holder = object; holder !== null && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
      for (const key of Reflect.ownKeys(holder)) {
        if (!String(key).startsWith('_') || key === '__proto__') continue;
        try {
          const member = object[key];
          const got = typeof member === 'function' ? member.call(object, object, object) : member;
          const host = got?.constructor?.constructor?.('return typeof process')();
          if (host !== undefined && host !== 'undefined') console.log('escaped by', String(key));
        } catch {}
      }
    }
  }
  await sleep(1);
}
run(main());
