/** The runtime's only face: `asyncio` for learners, the rest for the host (sandbox, record, grader, stdlib). */
export * as asyncio from './asyncio.ts';
export { helpers } from './helpers.ts';
export { beginWorld, block, currentTaskName, endWorld, interrupt, iteration, now, type WorldOptions } from './world.ts';
export { DeadlockError, KeyboardInterrupt, StepLimitExceeded } from './errors.ts';
export { asyncTraceback, contextOf, isThrownIn } from './traceback.ts';
export { hintOf } from './hints.ts';
export { errorName, repr, typeName } from './repr.ts';
export { Context, ContextVar, copyContext } from './context.ts';
export type { Frame, FunctionCode } from './frame.ts';
export type {
  ExceptionContext,
  ObservedFuture,
  ObservedHandle,
  ObservedTask,
  ObservedTimer,
  Observer,
  StepInfo,
} from './observer.ts';
