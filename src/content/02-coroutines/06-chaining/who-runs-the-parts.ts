import { currentTask, gather, run, sleep } from 'asyncio';

function say(what: string) {
  console.log(what, 'runs in', currentTask()!.getName());
}

async function part(k: number, n: number) {
  say(`part ${k} of chain ${n}`);
  await sleep(n);
}

async function chain(n: number) {
  say(`chain ${n}`);
  await part(1, n);
  await part(2, n);
}

async function main() {
  say('main');
  await gather(chain(1), chain(2));
  await chain(3);
}

run(main());
