// Lines made from names, after the blocks they come in.
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function hello(name: string): Promise<void> {
  console.log(`Hello ${name}`);
  await sleep(1);
  console.log(`World ${name}`);
}

async function polite(): Promise<void> {
  await gather(hello('A'), hello('B'));
}

async function helloBlocking(name: string): Promise<void> {
  console.log(`Hello ${name}`);
  time.sleep(1);
  console.log(`World ${name}`);
}

async function blocking(): Promise<void> {
  await gather(helloBlocking('A'), helloBlocking('B'));
}

run(polite());
run(blocking());

const names = ['A', 'B'];
export const politeLines: string[] = ['Hello', 'World'].flatMap((word) => names.map((name) => `${word} ${name}`));
export const blockingLines: string[] = names.flatMap((name) => [`Hello ${name}`, `World ${name}`]);
export const politeSeconds: number = Math.max(1, 1);
export const blockingSeconds: number = names.length;
