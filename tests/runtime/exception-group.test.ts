import { expect, test } from 'vitest';
import { asyncio, asyncTraceback, beginWorld, hintOf, repr } from '../../src/runtime/index.ts';
import { boom, define, raisedBy, raisedIn, run, wait } from './program.ts';

const { asyncWith, BaseExceptionGroup, CancelledError, ExceptionGroup, KeyboardInterrupt, SystemExit, TaskGroup, ValueError } =
  asyncio;

/** A ValueError and a TypeError, and a group of a ValueError and a RangeError. */
function mixed(): asyncio.ExceptionGroup {
  const inner = new ExceptionGroup('n', [new ValueError('c'), new RangeError('d')]);
  return new ExceptionGroup('m', [new ValueError('a'), new TypeError('b'), inner]);
}

test('TG-13: a group without any of Python’s BaseExceptions is an ExceptionGroup, by whichever class it is made', () => {
  const group = new BaseExceptionGroup('m', [new ValueError('a')]);
  expect(group).toBeInstanceOf(ExceptionGroup);
  expect(group).toBeInstanceOf(Error);
  expect([repr(group), group.name]).toEqual(["ExceptionGroup('m', [ValueError('a')])", 'ExceptionGroup']);
  expect(repr(new BaseExceptionGroup('m', [mixed()]))).toMatch(/^ExceptionGroup/);
});

test('TG-13: cancellations and exits make a BaseExceptionGroup, and no ExceptionGroup', () => {
  for (const error of [new CancelledError(), new KeyboardInterrupt(), new SystemExit(3)]) {
    const group = new BaseExceptionGroup('m', [new ValueError('a'), error]);
    expect(group).not.toBeInstanceOf(ExceptionGroup);
    expect(group.name).toBe('BaseExceptionGroup');
    expect(repr(new BaseExceptionGroup('o', [group]))).toMatch(/^BaseExceptionGroup\('o', \[BaseExceptionGroup\('m'/);
    expect(String(raisedBy(() => new ExceptionGroup('m', [error])))).toBe(
      'TypeError: Cannot nest BaseExceptions in an ExceptionGroup',
    );
    expect(String(raisedBy(() => new ExceptionGroup('m', [group])))).toBe(
      'TypeError: Cannot nest BaseExceptions in an ExceptionGroup',
    );
  }
});

test('TG-13: the message is the text as given, and str counts the errors behind it', () => {
  const one = new ExceptionGroup('m', [new ValueError('a')]);
  expect([one.message, String(one)]).toEqual(['m', 'ExceptionGroup: m (1 sub-exception)']);
  expect([mixed().message, String(mixed())]).toEqual(['m', 'ExceptionGroup: m (3 sub-exceptions)']);
});

test('TG-13: what a group is made of is checked, and does not change afterwards', () => {
  const made = (...args: unknown[]) => String(raisedBy(() => Reflect.construct(ExceptionGroup, args) as unknown));
  const error = new ValueError('a');
  expect(made('m', [])).toBe('ValueError: second argument (exceptions) must be a non-empty sequence');
  expect(made('m', [error, 1])).toBe('ValueError: Item 1 of second argument (exceptions) is not an exception');
  expect(made('m', [ValueError])).toBe('ValueError: Item 0 of second argument (exceptions) is not an exception');
  expect(made('m', undefined)).toBe('TypeError: second argument (exceptions) must be a sequence');
  expect(made('m', new Set([error]))).toBe('TypeError: second argument (exceptions) must be a sequence');
  expect(made(5, [error])).toBe('TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int');
  expect(made('m')).toBe('TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)');
  expect(hintOf(raisedBy(() => new ExceptionGroup('m', [ValueError as never])))).toBe('Make one: `new ValueError(…)`.');
  const errors = [error];
  const group = new ExceptionGroup('m', errors);
  errors.push(new ValueError('later'));
  expect(group.exceptions).toEqual([error]);
  expect(() => (group.exceptions as Error[]).push(error)).toThrow(TypeError);
  expect(() => {
    (group as { exceptions: readonly Error[] }).exceptions = [];
  }).toThrow(TypeError);
  expect(() => {
    group.message = 'other';
  }).toThrow(TypeError);
});

test('TG-13: split by class goes through nested groups and keeps their structure', () => {
  const group = mixed();
  expect(repr(group.split(ValueError))).toBe(
    "[ExceptionGroup('m', [ValueError('a'), ExceptionGroup('n', [ValueError('c')])]), " +
      "ExceptionGroup('m', [TypeError('b'), ExceptionGroup('n', [RangeError('d')])])]",
  );
  expect(repr(group.split([ValueError, RangeError]))).toBe(
    "[ExceptionGroup('m', [ValueError('a'), ExceptionGroup('n', [ValueError('c'), RangeError('d')])]), " +
      "ExceptionGroup('m', [TypeError('b')])]",
  );
  expect(group.split(SyntaxError)[0]).toBeUndefined();
  expect(repr(group.split(SyntaxError)[1])).toBe(repr(group));
  expect(group.split(ExceptionGroup)).toEqual([group, undefined]);
  expect(group.split(Error)[0]).toBe(group);
});

test('TG-13: the errors of a part are the very errors of the whole', () => {
  const group = mixed();
  const [match, rest] = group.split(ValueError);
  expect(match?.exceptions[0]).toBe(group.exceptions[0]);
  expect(rest?.exceptions[0]).toBe(group.exceptions[1]);
});

test('TG-13: split by a predicate asks about groups first, then about what is in them', () => {
  const asked: string[] = [];
  mixed().split((error) => {
    asked.push(error.message);
    return false;
  });
  expect(asked).toEqual(['m', 'a', 'b', 'n', 'c', 'd']);
  const group = mixed();
  expect(group.split(() => true)).toEqual([group, undefined]);
  expect(repr(group.split((error) => error.message === 'n'))).toBe(
    "[ExceptionGroup('m', [ExceptionGroup('n', [ValueError('c'), RangeError('d')])]), " +
      "ExceptionGroup('m', [ValueError('a'), TypeError('b')])]",
  );
});

test('TG-13: subgroup is the matching half', () => {
  const group = mixed();
  expect(repr(group.subgroup(RangeError))).toBe("ExceptionGroup('m', [ExceptionGroup('n', [RangeError('d')])])");
  expect(group.subgroup(SyntaxError)).toBeUndefined();
  expect(group.subgroup(Error)).toBe(group);
});

test('TG-13: what can be split by is an error class, classes, or a function', () => {
  const words = 'TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)';
  class Other {
    readonly field = 1;
  }
  for (const what of [5, 'x', Other, Number, [ValueError, Number], new Set([ValueError]), undefined]) {
    expect(String(raisedBy(() => mixed().split(what as never)))).toBe(words);
    expect(String(raisedBy(() => mixed().subgroup(what as never)))).toBe(words);
  }
  const none = raisedBy(() => Reflect.apply(mixed().split.bind(mixed()), undefined, []) as unknown);
  expect(String(none)).toBe('TypeError: BaseExceptionGroup.split() takes exactly one argument (0 given)');
});

test('TG-13: derive gives a group of the same text; the parts of a BaseExceptionGroup are what their errors make them', () => {
  const group = mixed();
  expect(repr(group.derive([new ValueError('z')]))).toBe("ExceptionGroup('m', [ValueError('z')])");
  expect(repr(group.derive([new CancelledError('z')]))).toBe("BaseExceptionGroup('m', [CancelledError('z')])");
  const base = new BaseExceptionGroup('b', [new ValueError('a'), new CancelledError()]);
  expect(repr(base.split(ValueError))).toBe(
    "[ExceptionGroup('b', [ValueError('a')]), BaseExceptionGroup('b', [CancelledError()])]",
  );
});

test('TG-13: a subclass stays itself when it overrides derive, and is not asked to hold what it must not', () => {
  class Plain extends ExceptionGroup {}
  const plain = new Plain('p', [new ValueError('a'), new TypeError('b')]);
  expect(repr(plain)).toBe("Plain('p', [ValueError('a'), TypeError('b')])");
  expect(repr(plain.split(ValueError)[0])).toBe("ExceptionGroup('p', [ValueError('a')])");
  class Own extends ExceptionGroup {
    readonly code: number;
    constructor(message: string, errors: readonly Error[], code: number) {
      super(message, errors);
      this.code = code;
    }
    override derive(errors: readonly Error[]): Own {
      return new Own(this.message, errors, this.code);
    }
  }
  const [match, rest] = new Own('o', [new ValueError('a'), new TypeError('b')], 7).split(ValueError);
  expect(match).toBeInstanceOf(Own);
  expect((rest as Own).code).toBe(7);
  expect(String(raisedBy(() => new Plain('p', [new CancelledError()])))).toBe("TypeError: Cannot nest BaseExceptions in 'Plain'");
  class Base extends BaseExceptionGroup {}
  expect(new Base('x', [new ValueError('a')])).toBeInstanceOf(Base);
  expect(new Base('x', [new ValueError('a')]).name).toBe('Base');
  class Wrong extends ExceptionGroup {
    override derive(): asyncio.ExceptionGroup {
      return 42 as never;
    }
  }
  expect(String(raisedBy(() => new Wrong('w', [new ValueError('a'), new TypeError('b')]).split(ValueError)))).toBe(
    'TypeError: derive must return an instance of BaseExceptionGroup',
  );
});

test('TG-13: a part has the cause and the traceback of the whole', () => {
  const cause = new ValueError('why');
  const caused = new ExceptionGroup('m', [new ValueError('a'), new TypeError('b')], { cause });
  expect(caused.split(ValueError).map((half) => half?.cause)).toEqual([cause, cause]);
  expect('cause' in (mixed().split(ValueError)[0] ?? {})).toBe(false);
  beginWorld();
  run(function* main() {
    const group = (yield* raisedIn(
      wait(
        asyncWith(
          new TaskGroup(),
          define(function* body(tasks: asyncio.TaskGroup) {
            tasks.createTask(boom(new ValueError('a')));
            tasks.createTask(boom(new TypeError('b')));
            yield* [];
          }),
        ),
        12,
      ),
    )) as asyncio.ExceptionGroup;
    const places = asyncTraceback(group).map((frame) => `${frame.function}:${frame.line}`);
    expect(places).toEqual(['main:12']);
    expect(asyncTraceback(group.subgroup(ValueError))).toEqual(asyncTraceback(group));
  });
});

test('TG-13: handling by kind, as except* does: each kind is taken out of what is left', () => {
  const seen: string[] = [];
  let left: asyncio.ExceptionGroup | undefined = mixed();
  for (const kind of [ValueError, TypeError, SyntaxError]) {
    if (left === undefined) break;
    const [match, rest]: asyncio.Split<asyncio.ExceptionGroup> = left.split(kind);
    if (match !== undefined) seen.push(`${kind.name}: ${match.exceptions.length}`);
    left = rest;
  }
  expect(seen).toEqual(['ValueError: 2', 'TypeError: 1']);
  expect(repr(left)).toBe("ExceptionGroup('m', [ExceptionGroup('n', [RangeError('d')])])");
});

test('TG-13: a deep group is shown and split without harm', () => {
  let group: asyncio.ExceptionGroup = new ExceptionGroup('0', [new ValueError('a'), new TypeError('b')]);
  for (let i = 1; i <= 500; i += 1) group = new ExceptionGroup(String(i), [group]);
  expect(repr(group)).toBe(
    "ExceptionGroup('500', [ExceptionGroup('499', [ExceptionGroup('498', [ExceptionGroup('497', [ExceptionGroup('496', [ExceptionGroup('495', [ExceptionGroup(...)])])])])])])",
  );
  let part: Error | undefined = group.subgroup(TypeError);
  let depth = 0;
  for (; part instanceof ExceptionGroup; part = part.exceptions[0]) depth += 1;
  expect([depth, String(part)]).toEqual([501, 'TypeError: b']);
});
