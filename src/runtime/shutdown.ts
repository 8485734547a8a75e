/** How a loop clears up before it is closed (RUN-2). */
import { Coroutine } from './coroutine.ts';
import { CancelledError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { FunctionCode } from './frame.ts';
import { gatherAll } from './gather.ts';
import { repr } from './repr.ts';

// Named as in CPython, since events show them.
const ASYNCGENS_CODE: FunctionCode = { name: 'BaseEventLoop.shutdown_asyncgens', file: '', line: 0 };

function* closeAsyncgens(loop: EventLoop): Generator<unknown, void> {
  const open = [...loop._asyncgens];
  loop._asyncgens.clear();
  if (open.length === 0) return;
  const results = (yield gatherAll(open.map((agen) => agen.return()))) as unknown[];
  for (const [i, result] of results.entries()) {
    if (!(result instanceof Error) || result instanceof CancelledError) continue;
    const asyncgen = open[i];
    loop.callExceptionHandler({
      message: `an error occurred during closing of asynchronous generator ${repr(asyncgen)}`,
      exception: result,
      asyncgen,
    });
  }
}

/** @internal A coroutine that closes the async generators that were begun in `loop` and not ended. */
export function shutdownAsyncgens(loop: EventLoop): Coroutine<void> {
  return new Coroutine<void>(closeAsyncgens(loop), ASYNCGENS_CODE);
}
