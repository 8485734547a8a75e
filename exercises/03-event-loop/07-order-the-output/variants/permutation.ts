// The two answers kept together and taken apart.
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

const [a, b, c, d] = ['Hello A', 'Hello B', 'World A', 'World B'];
export const politeLines = [a, b, c, d];
export const blockingLines = [a, c, b, d];
export const [politeSeconds, blockingSeconds] = [1, 1 + 1];
