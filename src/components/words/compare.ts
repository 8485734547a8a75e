/** Words of two runs beside each other. Only what shows them imports this file: nobody else's page carries it. */
import { count } from './numbers.ts';

export const compareWords = {
  yours: 'Your program',
  reference: 'The reference',
  about: (test: string) => `Two runs of “${test}”`,
  close: 'Close',
  latencies: (seed: number) =>
    `Both run with the latencies of seed ${String(seed)}: here each sleep takes up to twice its time, as answers of a network do.`,
  runs: (all: number) => `This test runs the program ${count(all, 'time', 'times')}.`,
  run: (place: number) => `Run ${String(place)}`,
  waiting: 'Running the test once more…',
  waitingForReference: 'Running the reference…',
};
