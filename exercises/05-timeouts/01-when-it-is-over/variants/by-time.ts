// Each line with its second, put in order.
import { run, sleep, TimeoutError, waitFor } from 'asyncio';

async function slowOp(): Promise<void> {
  try {
    await sleep(400);
    console.log('completed');
  } finally {
    console.log('clearing up');
    await sleep(3);
    console.log('cleared up');
  }
}

async function main(): Promise<void> {
  try {
    await waitFor(slowOp(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('timeout');
  }
}

run(main());

const lines: [number, string][] = [
  [4, 'timeout'],
  [1, 'clearing up'],
  [4, 'cleared up'],
];
// At one moment the operation ends before its waiter hears of it.
const order = (text: string): number => (text === 'timeout' ? 1 : 0);
export const printed = lines.sort((a, b) => a[0] - b[0] || order(a[1]) - order(b[1])).map(([, text]) => text);
export const seconds = Math.max(...lines.map(([second]) => second));
