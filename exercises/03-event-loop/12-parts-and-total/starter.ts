import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

export async function chain(name: string, first: Part, second: Part): Promise<void> {
  // TODO: run the two parts, and print what each took and what both took
}

export async function report(chains: Chain[]): Promise<void> {
  // TODO: run all chains at the same time, and print the total
}

run(
  report([
    ['1', () => sleep(4), () => sleep(7)],
    ['2', () => sleep(4), () => sleep(4)],
    ['3', () => sleep(0), () => sleep(4)],
  ]),
);
