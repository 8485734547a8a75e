/** The entry of a compiling thread: source in, program out. See `compilers.ts`. */
import { parentPort } from 'node:worker_threads';
import { compileInNode } from '../../src/compiler/node.ts';

/** The name under which a program is known in errors: as in the page, so that messages are the same. */
const PROGRAM_FILE = 'main.ts';

parentPort?.on('message', (source: string) => {
  compileInNode(source, PROGRAM_FILE).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) => {
      throw error; // the thread ends, and whoever waits for it is told
    },
  );
});
