/** The runtime's only face: `asyncio` for learners, the rest for the host (sandbox, record, grader, stdlib). */
export * as asyncio from './asyncio.ts';
export { helpers } from './helpers.ts';
export { hiddenClasses } from './hidden-classes.ts';
export { atOwnTime, blockUntil, compute } from './threads.ts';
export { WorkerPool } from './worker-pool.ts';
export { ConcurrentCancelledError, ConcurrentFuture, ConcurrentInvalidStateError } from './concurrent-future.ts';
export {
  beginWorld,
  block,
  currentTaskName,
  endWorld,
  interrupt,
  iteration,
  limitExceeded,
  now,
  perWorld,
  seed,
  threadName,
} from './world.ts';
export {
  DeadlockError,
  IndexError,
  LimitExceeded,
  LookupError,
  StepLimitExceeded,
  TaskLimitExceeded,
  TurnLimitExceeded,
} from './errors.ts';
export { asyncTraceback, contextOf, isThrownIn } from './traceback.ts';
export { partsOf, strOf } from './exception-group.ts';
export { hintOf } from './hints.ts';
export { refuseUnknownKeywords } from './keyword-check.ts';
export { repr, reprMethod, typeName, typeTag } from './repr.ts';
export { classNames, dataOf, errorMessage, errorName, functionName, guarded } from './data.ts';
export { Context, ContextVar, copyContext, Token } from './context.ts';
export type { Frame } from './frame.ts';
export type {
  ExceptionContext,
  ObservedFuture,
  ObservedHandle,
  ObservedTask,
  ObservedTimer,
  Observer,
  StepInfo,
} from './observer.ts';
