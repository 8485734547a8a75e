/** Emits values at known times, cancels, and looks at what is received, when, and at what is left in the emitter. */
import { expect, run, test, type Program } from 'grader';
import { CancelledError, createTask, getRunningLoop, sleep, type Awaitable } from 'asyncio';

interface Emits {
  readonly listeners: Set<unknown>;
  on(listener: (value: unknown) => void): void;
  emit(value: unknown): void;
}

const emitterOf = (program: Program): Emits => new (program.Emitter as new () => Emits)();
const onceOf = (program: Program, emitter: Emits): Awaitable<unknown> & { cancel(): boolean } =>
  (program.once as (emitter: Emits) => Awaitable<unknown> & { cancel(): boolean })(emitter);

async function later(seconds: number, act: () => void): Promise<void> {
  await sleep(seconds);
  act();
}

test('whoever awaits it gets the value when it comes', ({ program }) => {
  for (const value of ['pressed', 0, undefined]) {
    const record = run(async () => {
      const emitter = emitterOf(program);
      const pressing = createTask(
        later(2, () => {
          emitter.emit(value);
        }),
      );
      const got = await onceOf(program, emitter);
      const at = getRunningLoop().time();
      await pressing;
      return { got, at };
    });
    expect(record).toFinish();
    expect(record.result).toEqual(
      { got: value, at: 2 },
      `The emitter emitted ${String(value)} at 2 s, and this was received: {actual}.`,
    );
  }
});

test('only the first value counts', ({ program }) => {
  const record = run(async () => {
    const emitter = emitterOf(program);
    const future = onceOf(program, emitter);
    emitter.emit('first');
    emitter.emit('second');
    await sleep(1);
    emitter.emit('third');
    return await future;
  });
  const wrong = record.error?.type === 'InvalidStateError';
  expect(wrong).toBe(false, 'The second value was set as well, and that is an InvalidStateError: a future ends once.');
  expect(record.result).toBe('first', 'Emitted were first, second and third, and received was {actual}.');
});

test('a listener that is not needed any more is removed', ({ program }) => {
  const record = run(async () => {
    const emitter = emitterOf(program);
    const others: unknown[] = [];
    emitter.on((value) => others.push(value));
    const future = onceOf(program, emitter);
    const listening = emitter.listeners.size;
    emitter.emit('a');
    await future;
    await sleep(0);
    const after = emitter.listeners.size;
    const cancelled = onceOf(program, emitter);
    cancelled.cancel();
    try {
      await cancelled;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
    await sleep(0);
    const afterCancel = emitter.listeners.size;
    emitter.emit('b');
    return { listening, after, afterCancel, others };
  });
  const late = record.error?.type === 'InvalidStateError';
  expect(late).toBe(
    false,
    'A value came when the future had been cancelled. Your listener was still there and set a result, and that is an InvalidStateError: a cancelled future is done.',
  );
  expect(record).toFinish();
  const { listening, after, afterCancel, others } = record.result as Readonly<Record<string, unknown>>;
  expect(listening).toBe(2, 'Beside another listener there was to be one of yours, and there were {actual} listeners.');
  expect(after).toBe(1, 'When the value had come there were {actual} listeners. Yours is not needed any more.');
  expect(afterCancel).toBe(
    1,
    'When the future had been cancelled there were {actual} listeners: nobody will ever take yours away.',
  );
  expect(others).toEqual(['a', 'b'], 'Another listener, which is not yours, heard {actual}.');
});

test('nothing runs while it waits', ({ program }) => {
  const record = run(async () => {
    const emitter = emitterOf(program);
    const pressing = createTask(
      later(1000, () => {
        emitter.emit('pressed');
      }),
    );
    const got = await onceOf(program, emitter);
    await pressing;
    return got;
  });
  expect(record).toFinish();
  expect(record.iterations).toBeLessThan(
    20,
    'In a thousand seconds the loop went round {actual} times. A future wakes you in the next iteration; nobody has to look.',
  );
});
