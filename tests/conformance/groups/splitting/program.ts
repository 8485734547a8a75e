import {
  asyncWith,
  BaseExceptionGroup,
  CancelledError,
  ExceptionGroup,
  InvalidStateError,
  QueueEmpty,
  run,
  sleep,
  TaskGroup,
  ValueError,
} from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');
const str = (error: Error) => String(error).replace(/^\w+: ?/, '');

function show(error: Error | undefined): string {
  if (error === undefined) return 'nothing';
  if (error instanceof BaseExceptionGroup) return `${error.name}(${str(error)}: ${error.exceptions.map(show).join(', ')})`;
  return `${error.name}(${error.message})`;
}

async function fail(error: Error) {
  await sleep(0);
  throw error;
}

class Own extends ExceptionGroup {
  override derive(exceptions: readonly Error[]) {
    return new Own(this.message, exceptions);
  }
}

function refused(make: () => unknown) {
  try {
    make();
    console.log('not refused');
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
    console.log(`${error.name}: ${error.message}`);
  }
}

async function main() {
  const inner = new ExceptionGroup('inner', [new ValueError('c'), new InvalidStateError('d')]);
  let group!: ExceptionGroup;
  try {
    await asyncWith(new TaskGroup(), async (tasks) => {
      for (const error of [new ValueError('a'), new TypeError('b'), inner]) tasks.createTask(fail(error));
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    group = error;
  }
  console.log(show(group));
  for (const what of [ValueError, [TypeError, InvalidStateError], QueueEmpty, ExceptionGroup, Error]) {
    const [match, rest] = group.split(what);
    console.log(`${show(match)} | ${show(rest)}`);
  }
  const asked: string[] = [];
  const [match, rest] = group.split((error) => {
    asked.push(str(error));
    return error instanceof TypeError;
  });
  console.log(asked.join(', '));
  console.log(`${show(match)} | ${show(rest)}`);
  console.log(show(group.subgroup((error) => str(error) > 'b')));
  console.log(
    `${bool(group.subgroup(Error) === group)} ${bool(group.subgroup(ValueError)!.exceptions[0] === group.exceptions[0])}`,
  );
  const own = new Own('own', [new ValueError('a'), new TypeError('b')]);
  console.log(`${show(own.split(ValueError)[0])} ${show(own.split(ValueError)[1])}`);
  const mixed = new BaseExceptionGroup('mixed', [new ValueError('a'), new CancelledError('c')]);
  console.log(`${show(mixed)} ${show(mixed.split(ValueError)[0])} ${show(mixed.split(ValueError)[1])}`);
  console.log(show(new BaseExceptionGroup('plain', [new ValueError('a')])));
  refused(() => new ExceptionGroup('m', []));
  refused(() => new ExceptionGroup('m', [ValueError as never]));
  refused(() => new ExceptionGroup('m', [mixed]));
  refused(() => new Own('m', [new CancelledError()]));
  refused(() => new ExceptionGroup('m', undefined as never));
  refused(() => new ExceptionGroup(5 as never, [new ValueError('a')]));
  refused(() => group.split(5 as never));
  refused(() => group.split([ValueError, 5 as never]));
  try {
    await asyncWith(new TaskGroup(), async (tasks) => {
      tasks.createTask(fail(mixed));
    });
  } catch (error) {
    console.log(show(error as Error));
  }
  console.log([group.subgroup(TypeError)]);
}

run(main());
