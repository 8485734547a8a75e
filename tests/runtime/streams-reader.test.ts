/** StreamReader, fed by hand: what CPython's own test_streams asks of it. More, event by event, is in tests/conformance/streams. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, hintOf, iteration } from '../../src/runtime/index.ts';
import { define, freshWorld, raisedBy, raisedIn, run, spin, wait } from './program.ts';

const { AssertionError, createTask, IncompleteReadError, LimitOverrunError, RuntimeError, StreamReader, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

/** A reader that has been fed `chunks`. */
function fed(limit: number | undefined, ...chunks: string[]): asyncio.StreamReader {
  const reader = new StreamReader(limit);
  for (const chunk of chunks) reader.feedData(bytes(chunk));
  return reader;
}

/** What is left in a reader. */
function* left(reader: asyncio.StreamReader): Generator<unknown, string> {
  if (reader.atEof()) return '';
  reader.feedEof();
  return text(yield* wait(reader.read()));
}

test('lines are found across the borders of chunks, and the last one may lack its end', () => {
  const lines = run(function* main() {
    const reader = fed(undefined, 'chunk1 ', 'chunk2 ', '\n chunk4', '\n\nlast');
    reader.feedEof();
    const found: string[] = [];
    for (;;) {
      const line = text(yield* wait(reader.readline()));
      if (line === '') return found;
      found.push(line);
    }
  });
  expect(lines).toEqual(['chunk1 chunk2 \n', ' chunk4\n', '\n', 'last']);
});

test('what is there is read without a trip through the loop', () => {
  run(function* main() {
    const reader = fed(undefined, 'line1\nline2\nline3\n');
    const before = iteration();
    expect(text(yield* wait(reader.readline()))).toBe('line1\n');
    expect(text(yield* wait(reader.read(7)))).toBe('line2\nl');
    expect(text(yield* wait(reader.readexactly(5)))).toBe('ine3\n');
    expect(iteration()).toBe(before);
    expect(reader.atEof()).toBe(false);
    reader.feedEof();
    expect(reader.atEof()).toBe(true);
  });
});

test('a reader of no bytes gives none, and takes none', () => {
  run(function* main() {
    const reader = fed(undefined, 'data');
    expect(yield* wait(reader.read(0))).toEqual(new Uint8Array());
    expect(yield* wait(reader.readexactly(0))).toEqual(new Uint8Array());
    expect(yield* left(reader)).toBe('data');
  });
});

test('a line beyond the limit is an error, and is taken out of the way', () => {
  run(function* main() {
    const withEnd = fed(3, 'li', 'ne1\nline2\n');
    expect(yield* raisedIn(wait(withEnd.readline()))).toEqual(
      new ValueError('Separator is found, but chunk is longer than limit'),
    );
    expect(yield* left(withEnd)).toBe('line2\n');
    const without = fed(3, 'li', 'ne1', 'li');
    expect(yield* raisedIn(wait(without.readline()))).toEqual(
      new ValueError('Separator is not found, and chunk exceed the limit'),
    );
    expect(yield* left(without)).toBe('');
    // The end of the line does not count.
    expect(text(yield* wait(fed(7, '1234567\n').readline()))).toBe('1234567\n');
  });
});

test('the limit binds lines and separators, not counts', () => {
  run(function* main() {
    expect(text(yield* wait(fed(3, 'chunk').read(5)))).toBe('chunk');
    expect(text(yield* wait(fed(3, 'chunk').readexactly(5)))).toBe('chunk');
  });
});

test('readuntil leaves in place what is beyond the limit, and says how much it is', () => {
  run(function* main() {
    const reader = fed(3, 'some dataAA');
    const notFound = yield* raisedIn(wait(reader.readuntil(bytes('AAA'))));
    expect(notFound).toBeInstanceOf(LimitOverrunError);
    expect(notFound).toMatchObject({ message: 'Separator is not found, and chunk exceed the limit', consumed: 9 });
    reader.feedData(bytes('A'));
    const found = yield* raisedIn(wait(reader.readuntil(bytes('AAA'))));
    expect(found).toMatchObject({ message: 'Separator is found, but chunk is longer than limit', consumed: 9 });
    expect(yield* left(reader)).toBe('some dataAAA');
  });
});

test('readuntil with several separators takes the one that ends first', () => {
  run(function* main() {
    const reader = fed(undefined, 'ABCDEFG');
    expect(text(yield* wait(reader.readuntil([bytes('DEF'), bytes('BCDE')])))).toBe('ABCDE');
    expect(yield* left(reader)).toBe('FG');
  });
});

test('a separator that comes in pieces is found', () => {
  run(function* main() {
    const reader = fed(undefined, 'QWEaa', 'XYa');
    const reading = createTask(reader.readuntil(bytes('aaa')));
    yield* spin(1);
    reader.feedData(bytes('a'));
    yield* spin(2);
    expect(reading.done()).toBe(false);
    reader.feedData(bytes('a!'));
    expect(text(yield* wait(reading))).toBe('QWEaaXYaaa');
    expect(yield* left(reader)).toBe('!');
  });
});

test('a stream that ends too early gives what there was', () => {
  run(function* main() {
    const line = fed(undefined, 'some dataAA');
    line.feedEof();
    const until = yield* raisedIn(wait(line.readuntil(bytes('AAA'))));
    expect(until).toBeInstanceOf(IncompleteReadError);
    expect(until).toMatchObject({
      message: '11 bytes read on a total of undefined expected bytes',
      partial: bytes('some dataAA'),
      expected: undefined,
    });
    const frame = fed(undefined, 'abc');
    frame.feedEof();
    const exactly = yield* raisedIn(wait(frame.readexactly(8)));
    expect(exactly).toMatchObject({ message: '3 bytes read on a total of 8 expected bytes', partial: bytes('abc'), expected: 8 });
    expect(exactly).toBeInstanceOf(asyncio.EOFError);
  });
});

test('a second reader is refused while one waits', () => {
  run(function* main() {
    const reader = new StreamReader();
    const first = createTask(reader.readline());
    yield* spin(1);
    for (const [name, second] of [
      ['read', reader.read(1)],
      ['readuntil', reader.readline()],
      ['readexactly', reader.readexactly(1)],
    ] as const) {
      expect(yield* raisedIn(wait(second))).toEqual(
        new RuntimeError(`${name}() called while another coroutine is already waiting for incoming data`),
      );
    }
    reader.feedData(bytes('x\n'));
    expect(text(yield* wait(first))).toBe('x\n');
  });
});

test('an error wakes whoever waits and meets whoever comes after', () => {
  run(function* main() {
    const reader = fed(undefined, 'left');
    const waiting = createTask(reader.readline());
    yield* spin(1);
    const error = new asyncio.ConnectionResetError(104, 'Connection reset by peer');
    reader.setException(error);
    expect(yield* raisedIn(wait(waiting))).toBe(error);
    expect(yield* raisedIn(wait(reader.read(1)))).toBe(error);
    expect(reader.exception()).toBe(error);
  });
});

test('a reader that was cancelled leaves its place and its data', () => {
  run(function* main() {
    const reader = new StreamReader();
    const waiting = createTask(reader.readline());
    yield* spin(1);
    reader.feedData(bytes('kept\n'));
    waiting.cancel();
    yield* raisedIn(wait(waiting));
    expect(waiting.cancelled()).toBe(true);
    expect(text(yield* wait(reader.readline()))).toBe('kept\n');
  });
});

test('its transport is paused above twice the limit, and resumed at the limit', () => {
  run(function* main() {
    const said: string[] = [];
    const reader = new StreamReader(4);
    reader.setTransport({ pauseReading: () => said.push('pause'), resumeReading: () => said.push('resume') });
    reader.feedData(bytes('12345678'));
    expect(said).toEqual([]);
    reader.feedData(bytes('9'));
    yield* wait(reader.read(4));
    expect(said).toEqual(['pause']);
    yield* wait(reader.read(1));
    expect(said).toEqual(['pause', 'resume']);
  });
});

test('what makes no sense is refused in Python’s words', () => {
  const outside = raisedBy(() => new StreamReader());
  expect(outside).toEqual(new RuntimeError("There is no current event loop in thread 'MainThread'."));
  run(function* main() {
    for (const limit of [0, -1]) expect(raisedBy(() => new StreamReader(limit))).toEqual(new ValueError('Limit cannot be <= 0'));
    const reader = fed(undefined, 'data');
    expect(yield* raisedIn(wait(reader.readexactly(-1)))).toEqual(new ValueError('readexactly size can not be less than zero'));
    expect(yield* raisedIn(wait(reader.readuntil([])))).toEqual(new ValueError('Separator should contain at least one element'));
    for (const empty of [bytes(''), [bytes('')]])
      expect(yield* raisedIn(wait(reader.readuntil(empty)))).toEqual(
        new ValueError('Separator should be at least one-byte string'),
      );
    const noBytes = yield* raisedIn(wait(reader.readuntil('\n' as never)));
    expect(noBytes).toEqual(new TypeError("argument should be integer or bytes-like object, not 'str'"));
    expect(hintOf(noBytes)).toContain('TextEncoder');
    reader.feedEof();
    expect(
      raisedBy(() => {
        reader.feedData(bytes('x'));
      }),
    ).toEqual(new AssertionError('feed_data after feed_eof'));
  });
});

test('its buffer keeps every byte, however it is fed and read', () => {
  run(function* main() {
    const reader = new StreamReader();
    const all = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 31) % 251);
    const taken: number[] = [];
    const feeder = createTask(
      define(function* feed() {
        for (let at = 0, size = 1; at < all.length; at += size, size = (size * 3 + 1) % 4001) {
          reader.feedData(all.subarray(at, at + size));
          yield* spin(1);
        }
        reader.feedEof();
      })(),
    );
    for (let size = 1; !reader.atEof(); size = (size * 5 + 2) % 1009) taken.push(...(yield* wait(reader.read(size + 1))));
    yield* wait(feeder);
    expect(Uint8Array.from(taken)).toEqual(all);
  });
});
