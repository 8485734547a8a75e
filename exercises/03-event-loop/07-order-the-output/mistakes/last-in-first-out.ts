// fails: the predicted lines with asyncio.sleep are those that are printed
// says: end in the order in which they began
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

export const politeLines: string[] = ['Hello A', 'Hello B', 'World B', 'World A'];
export const politeSeconds = 1;

export const blockingLines: string[] = ['Hello A', 'World A', 'Hello B', 'World B'];
export const blockingSeconds = 2;
