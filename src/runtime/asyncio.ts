/** The module `asyncio` as a learner imports it: exactly these names (`spec/asyncio-api.md`). */
export { run, Runner, newEventLoop, getRunningLoop } from './runner.ts';
export { sleep } from './sleep.ts';
export { gather } from './gather.ts';
export { createTask, ensureFuture } from './ensure-future.ts';
export {
  allTasks,
  currentTask,
  isasyncgen,
  isasyncgenfunction,
  isawaitable,
  iscoroutine,
  iscoroutinefunction,
  isfuture,
} from './inspection.ts';
export { anext } from './async-generator.ts';
export { asyncWith } from './async-with.ts';
export { LifoQueue, Queue } from './queue.ts';
export { PriorityQueue } from './priority-queue.ts';
export { Lock } from './lock.ts';
export { Event } from './event.ts';
export { Condition } from './condition.ts';
export { BoundedSemaphore, Semaphore } from './semaphore.ts';
export { Barrier } from './barrier.ts';
export { Future, awaitSymbol } from './future.ts';
export { Task } from './task.ts';
export { eagerTaskFactory } from './eager.ts';
export { BaseExceptionGroup, ExceptionGroup } from './exception-group.ts';
export { Handle, TimerHandle } from './handle.ts';
export {
  BrokenBarrierError,
  CancelledError,
  InvalidStateError,
  KeyboardInterrupt,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  SystemExit,
  TimeoutError,
  ValueError,
} from './errors.ts';

/** Python's TypeError is JavaScript's. */
const PythonTypeError: TypeErrorConstructor = TypeError;
export { PythonTypeError as TypeError };

export type { AsyncGenerator } from './async-generator.ts';
export type { AsyncContextManager } from './async-with.ts';
export type { Context } from './context.ts';
export type { Coroutine } from './coroutine.ts';
export type { EventLoop, ExceptionHandler, TaskFactory } from './event-loop.ts';
export type { Awaitable } from './future.ts';
export type { ErrorClass, Matcher, Split } from './exception-group.ts';
export type { Gathered, GatheredOrErrors, GatherOptions } from './gather.ts';
export type { ExceptionContext } from './observer.ts';
export type { RunnerOptions } from './runner.ts';
export type { TaskConstructorOptions, TaskOptions } from './task.ts';
