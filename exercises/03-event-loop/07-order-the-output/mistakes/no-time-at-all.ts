// fails: the predicted seconds with asyncio.sleep are those that pass
// fails: the predicted seconds with time.sleep are those that pass
// says: You predicted 0 s
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

export const politeLines: string[] = ['Hello A', 'Hello B', 'World A', 'World B'];
export const politeSeconds = 0;

export const blockingLines: string[] = ['Hello A', 'World A', 'Hello B', 'World B'];
export const blockingSeconds = 0;
