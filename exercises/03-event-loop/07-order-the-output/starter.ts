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

// TODO: your predictions
export const politeLines: string[] = [];
export const politeSeconds = -1;

export const blockingLines: string[] = [];
export const blockingSeconds = -1;
