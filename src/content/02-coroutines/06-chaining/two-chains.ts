import { gather, run, sleep } from 'asyncio';

async function part(chain: string, k: number, seconds: number) {
  await sleep(seconds);
  console.log(`${chain}, part ${k}`);
}

async function a() {
  await part('A', 1, 1);
  await part('A', 2, 1);
}

async function b() {
  await part('B', 1, 3);
  await part('B', 2, 1);
}

async function main() {
  await gather(a(), b());
  console.log('both chains');
}

run(main());
