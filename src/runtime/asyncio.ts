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
export { aclosing } from './aclosing.ts';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from './wait.ts';
export { waitFor } from './wait-for.ts';
export { Timeout, timeout, timeoutAt } from './timeout.ts';
export { shield } from './shield.ts';
export { asCompleted } from './as-completed.ts';
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
export { TaskGroup } from './task-group.ts';
export { BaseExceptionGroup, ExceptionGroup } from './exception-group.ts';
export { runCoroutineThreadsafe, toThread } from './executor.ts';
export { Handle, TimerHandle } from './handle.ts';
export { openConnection, startServer } from './streams.ts';
export { StreamReader } from './stream-reader.ts';
export { StreamWriter } from './stream-writer.ts';
export {
  AssertionError,
  BrokenBarrierError,
  BrokenPipeError,
  CancelledError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  EOFError,
  IncompleteReadError,
  InvalidStateError,
  KeyboardInterrupt,
  LimitOverrunError,
  NotImplementedError,
  OSError,
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
export type { AsyncClosable } from './aclosing.ts';
export type { AsCompletedIterator, AsCompletedOptions, AsyncCompletions, Completed } from './as-completed.ts';
export type { AsyncContextManager } from './async-with.ts';
export type { Context } from './context.ts';
export type { Coroutine } from './coroutine.ts';
export type { EventLoop, ExceptionHandler, TaskFactory } from './event-loop.ts';
export type { Awaitable } from './future.ts';
export type { ErrorClass, Matcher, Split } from './exception-group.ts';
export type { Gathered, GatheredOrErrors, GatherOptions } from './gather.ts';
export type { ExceptionContext } from './observer.ts';
export type { RunnerOptions } from './runner.ts';
export type { ReturnWhen, WaitOptions } from './wait.ts';
export type { TaskConstructorOptions, TaskOptions } from './task.ts';
export type { Server } from './server.ts';
export type { ClientConnected } from './stream-protocol.ts';
export type { ConnectionOptions, ServerOptions } from './streams.ts';
