/** What can be acquired and released, and so stand in `asyncWith` (locks.py: _ContextManagerMixin). */
import { Coroutine } from './coroutine.ts';
import type { FunctionCode } from './frame.ts';
import { LoopBound } from './loop-bound.ts';

const ENTER_CODE: FunctionCode = { name: '_ContextManagerMixin.__aenter__', file: '', line: 0 };
const EXIT_CODE: FunctionCode = { name: '_ContextManagerMixin.__aexit__', file: '', line: 0 };

export abstract class Acquirable extends LoopBound {
  /** Acquires it, when it is its turn. @returns true */
  abstract acquire(): Coroutine<true>;
  /** Releases it. */
  abstract release(): void;
  abstract locked(): boolean;

  /** For `asyncWith`: acquires it. */
  aenter(): Coroutine<void> {
    return new Coroutine<void>(enter(this), ENTER_CODE);
  }

  /** For `asyncWith`: releases it, whatever the error. */
  aexit(error?: unknown): Coroutine<void>;
  aexit(): Coroutine<void> {
    return new Coroutine<void>(exit(this), EXIT_CODE);
  }
}

function* enter(what: Acquirable): Generator<unknown, void> {
  yield what.acquire();
}

function* exit(what: Acquirable): Generator<unknown, void> {
  what.release();
}
