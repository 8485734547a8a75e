/**
 * The driver: runs a coroutine to its next suspension, and with it every coroutine that it awaits.
 *
 * An `await` of a coroutine costs one `next` and no trip through the loop, and a resumption goes straight to the innermost one (CORO-2, TASK-17).
 *
 * Keeps true: an error unwinds through the chain at once (CORO-9); a coroutine is started, awaited and finished at most once (CORO-3).
 */
import { RecursionError, RuntimeError, StopIteration, ValueError } from './errors.ts';
import { standing } from './frame.ts';
import { FINISHED, Future, PENDING } from './future.ts';
import { iterate } from './own-awaitable.ts';
import {
  AWAITS,
  Chain,
  CLOSE,
  CLOSED,
  closeWith,
  CREATED,
  GENERATOR_EXIT,
  NEXT,
  next,
  outcome,
  RETURNED,
  STARTED,
  Suspendable,
  THROW,
  throwInto,
  YIELDED,
} from './suspendable.ts';
import { passes, raisedDuring, thrownIn } from './traceback.ts';

/** Coroutines may await one another this deep. */
const MAX_DEPTH = 20_000;

/** Runs `root` from where it stands until it returns, waits or yields. */
export function resume(root: Suspendable, mode: number, value: unknown): number {
  if (root._state === CLOSED) throw new RuntimeError('cannot reuse already awaited coroutine');
  let chain = root._chain;
  let member = root;
  if (chain === undefined) {
    if (root._state !== CREATED) throw new RuntimeError('coroutine is being awaited already');
    if (mode === NEXT && value !== undefined) throw new TypeError("can't send non-None value to a just-started coroutine");
    root._state = STARTED;
    chain = new Chain(root);
    root._chain = chain;
  } else {
    if (chain.running) throw new ValueError('coroutine already executing');
    member = chain.top;
    const awaited = chain.awaits;
    chain.awaits = undefined;
    if (chain.bare !== undefined) {
      chain.bare._state = CLOSED;
      chain.bare = undefined;
      if (mode === NEXT) value = undefined;
    }
    if (mode === THROW) passes(value, member.code, member._position);
    else if (mode === NEXT && awaited !== undefined) {
      if (awaited._state === FINISHED && !awaited._failed) value = awaited._value;
      else {
        mode = THROW;
        value = errorOf(awaited);
        passes(value, member.code, member._position);
      }
    }
  }
  chain.running = true;
  let depth = chain.depth;
  for (;;) {
    let done: boolean;
    let given: unknown;
    try {
      if (member._generator !== undefined) {
        const result =
          mode === NEXT
            ? next.call(member._generator, value)
            : mode === THROW
              ? throwInto.call(member._generator, value)
              : closeWith.call(member._generator, GENERATOR_EXIT);
        done = result.done === true;
        given = result.value;
      } else {
        const how = member._advance(mode, value);
        given = outcome.value;
        if (how === YIELDED) {
          chain.top = member;
          chain.depth = depth;
          chain.running = false;
          return YIELDED;
        }
        done = how === RETURNED;
      }
    } catch (caught) {
      const error = leaving(caught);
      if (mode === THROW) raisedDuring(error, value);
      member._state = CLOSED;
      const caller = member._caller;
      if (caller === undefined) {
        chain.top = root;
        chain.running = false;
        throw error;
      }
      member = caller;
      passes(error, member.code, member._position);
      depth -= 1;
      mode = THROW;
      value = error;
      continue;
    }
    if (done) {
      member._state = CLOSED;
      const caller = member._caller;
      if (caller === undefined) {
        chain.top = root;
        chain.running = false;
        outcome.value = given;
        return RETURNED;
      }
      member = caller;
      depth -= 1;
      mode = given === GENERATOR_EXIT ? CLOSE : NEXT;
      value = given;
      continue;
    }
    member._position = standing.position;
    standing.position = 0;
    let inner: unknown = given;
    if (!(given instanceof Suspendable)) {
      if (given instanceof Future) {
        if (given._state === PENDING) {
          chain.awaits = given;
          chain.top = member;
          chain.depth = depth;
          chain.running = false;
          outcome.value = given;
          return AWAITS;
        }
        if (given._state === FINISHED && !given._failed) {
          mode = NEXT;
          value = given._value;
          continue;
        }
        inner = errorOf(given);
      } else inner = iterate(given);
    }
    if (inner instanceof Suspendable) {
      if (inner._state === CREATED && depth < MAX_DEPTH) {
        inner._state = STARTED;
        if (inner._bare) {
          chain.bare = inner;
          chain.top = member;
          chain.depth = depth;
          chain.running = false;
          outcome.value = undefined;
          return YIELDED;
        }
        inner._caller = member;
        member = inner;
        depth += 1;
        mode = NEXT;
        value = undefined;
        continue;
      }
      inner = refusal(inner);
    }
    value = inner;
    mode = THROW;
    passes(value, member.code, member._position);
  }
}

/** Why a coroutine cannot be awaited now (CORO-3). */
function refusal(coroutine: Suspendable): Error {
  if (coroutine._state === CREATED) return thrownIn(new RecursionError());
  if (coroutine._state === CLOSED) return thrownIn(new RuntimeError('cannot reuse already awaited coroutine'));
  let root = coroutine;
  while (root._caller !== undefined) root = root._caller;
  return thrownIn(
    root._chain?.running === true
      ? new ValueError('coroutine already executing')
      : new RuntimeError('coroutine is being awaited already'),
  );
}

/** The error that an await of a future raises: its own, or that it is not done (FUT-7). */
function errorOf(future: Future): unknown {
  if (future._state === PENDING) return thrownIn(new RuntimeError("await wasn't used with future"));
  try {
    future.result();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** StopIteration does not leave a coroutine (CORO-7). */
function leaving(error: unknown): unknown {
  return error instanceof StopIteration ? new RuntimeError('coroutine raised StopIteration', { cause: error }) : error;
}
