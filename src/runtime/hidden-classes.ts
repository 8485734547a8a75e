/**
 * The classes that no module exports, but that a program holds an object of, or could come to by one: a coroutine's, the loop's, a timer's. They are shared by
 * everything that runs in one realm, so the sandbox hardens them together with the modules.
 *
 * Keeps true: every class of the runtime is exported by `asyncio.ts` or stands here (tests/sandbox/hardened.test.ts reads the sources).
 */
import { Acquirable } from './acquirable.ts';
import { AsCompletedIterator } from './as-completed.ts';
import { AsyncGenerator, Await, Step } from './async-generator.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { ConcurrentCancelledError, ConcurrentFuture, ConcurrentInvalidStateError } from './concurrent-future.ts';
import { Context, ContextVar, Missing, Token } from './context.ts';
import { Coroutine } from './coroutine.ts';
import { Deque } from './deque.ts';
import {
  DeadlockError,
  GeneratorExit,
  IndexError,
  LimitExceeded,
  LookupError,
  RecursionError,
  StepLimitExceeded,
  TaskLimitExceeded,
  TurnLimitExceeded,
  gaierror,
} from './errors.ts';
import { EventLoop } from './event-loop.ts';
import { Executors, LoopJob } from './executor.ts';
import { FutureIterator } from './future-iterator.ts';
import { Gathering, GatheringFuture } from './gather.ts';
import { DoneCallback } from './listener.ts';
import { LoopBound } from './loop-bound.ts';
import { CoroutineIterator, IteratorMember } from './own-awaitable.ts';
import { Processor, Script } from './processor.ts';
import { Get, Put } from './queue-access.ts';
import { ReadyQueue } from './ready-queue.ts';
import { Release } from './release-waiter.ts';
import { Server } from './server.ts';
import { SimulatedSocket, Watch } from './simulated-socket.ts';
import { Sleep, SleepTimer } from './sleep.ts';
import { SocketTransport } from './socket-transport.ts';
import { Refusal, StepView } from './step.ts';
import { StreamReaderProtocol } from './stream-protocol.ts';
import { Chain, Suspendable } from './suspendable.ts';
import { Run, Threads, Worker } from './threads.ts';
import { TimerHeap } from './timer-heap.ts';
import { TransportSocket } from './transport-socket.ts';
import { Waiting } from './wait.ts';
import { SubmittedJob, WorkerPool } from './worker-pool.ts';
import { WriteBuffer } from './write-buffer.ts';

/** Every class that `asyncio` does not export, by its name. */
export const hiddenClasses: Readonly<Record<string, object>> = {
  Acquirable,
  AsCompletedIterator,
  AsyncGenerator,
  Await,
  ByteBuffer,
  Chain,
  ConcurrentCancelledError,
  ConcurrentFuture,
  ConcurrentInvalidStateError,
  Context,
  ContextVar,
  Coroutine,
  CoroutineIterator,
  DeadlockError,
  Deque,
  DoneCallback,
  EventLoop,
  Executors,
  FutureIterator,
  Gathering,
  GatheringFuture,
  GeneratorExit,
  Get,
  IndexError,
  IteratorMember,
  LimitExceeded,
  LookupError,
  LoopBound,
  LoopJob,
  Missing,
  Processor,
  Put,
  ReadyQueue,
  RecursionError,
  Refusal,
  Release,
  Run,
  Script,
  Server,
  SimulatedSocket,
  Sleep,
  SleepTimer,
  SocketTransport,
  Step,
  StepLimitExceeded,
  StepView,
  StreamReaderProtocol,
  SubmittedJob,
  Suspendable,
  TaskLimitExceeded,
  Threads,
  TimerHeap,
  Token,
  TransportSocket,
  TurnLimitExceeded,
  Waiting,
  Watch,
  Worker,
  WorkerPool,
  WriteBuffer,
  gaierror,
};
