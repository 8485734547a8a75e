// A line of time for each program: who prints in which second, read off from left to right.
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

type Moment = readonly [second: number, line: string];

const politeTime: Moment[] = [
  [1, 'World A'],
  [1, 'World B'],
  [0, 'Hello A'],
  [0, 'Hello B'],
];
const blockingTime: Moment[] = [
  [2, 'World B'],
  [0, 'Hello A'],
  [1, 'World A'],
  [1, 'Hello B'],
];

function readOff(moments: Moment[]): string[] {
  return [...moments].sort(([a], [b]) => a - b).map(([, line]) => line);
}

function last(moments: Moment[]): number {
  return moments.reduce((latest, [second]) => Math.max(latest, second), 0);
}

export const politeLines = readOff(politeTime);
export const politeSeconds = last(politeTime);
export const blockingLines = readOff(blockingTime);
export const blockingSeconds = last(blockingTime);
