/** Watches how much memory a process has, where the system tells (Linux); elsewhere its heap limit is all there is. */
import { readFile } from 'node:fs/promises';

/** Real milliseconds between two looks. */
const EVERY = 50;
/** Bytes of a page of memory, as `statm` counts them. */
const PAGE = 4096;

/** Calls `tooMuch` once when process `pid` has more than `limit` MB. @returns a function that ends the watch */
export function watchMemory(pid: number | undefined, limit: number, tooMuch: () => void): () => void {
  const timer = setInterval(() => {
    void readFile(`/proc/${String(pid)}/statm`, 'utf8').then(
      (text) => {
        if ((Number(text.split(' ')[1]) * PAGE) / 2 ** 20 <= limit) return;
        clearInterval(timer);
        tooMuch();
      },
      () => {
        clearInterval(timer); // not told here
      },
    );
  }, EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
