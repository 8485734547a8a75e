/** A program as Python. */
import { reached, type Block, type Caught, type Operand, type Program, type Statement } from './ast.ts';

const START = `import asyncio
import contextlib
import contextvars


class Boom(Exception):
    pass


FUTURES, GROUPS, LIMITS, HANDLES, ITEMS = {}, {}, {}, {}, {}
variable = contextvars.ContextVar('variable', default='nothing')


def show(x):
    if isinstance(x, BaseExceptionGroup):
        return f'{type(x).__name__}({x.message}: {show(x.exceptions)})'
    if isinstance(x, BaseException):
        return f'{type(x).__name__}({x})' + ('' if x.__cause__ is None else f' from {show(x.__cause__)}')
    if isinstance(x, asyncio.Future):
        return x.get_name() if isinstance(x, asyncio.Task) else 'future'
    if isinstance(x, (list, tuple, set)):
        return '[' + ', '.join(map(show, x)) + ']'
    return f'{x:g}' if isinstance(x, float) else str(x)


def say(what, *values):
    print(' '.join([str(what), *map(show, values)]))
`;

/** Prints a program as Python. */
export function python(program: Program): string {
  const { functions, generators, words } = reached(program);
  const lines = [START];
  for (const { name, type, size } of program.objects) if (words.has(name)) lines.push(`${name} = asyncio.${type}(${size ?? ''})`);
  for (const index of [...generators].sort((a, b) => a - b))
    lines.push(...define(`g${index}`, program.generators[index] ?? []), `    yield 'end'`);
  for (const index of [...functions].sort((a, b) => b - a)) {
    const start = index === 0 ? beginning(program, words) : [];
    lines.push(...define(index === 0 ? 'main' : `f${index}`, program.functions[index] ?? [], start));
  }
  lines.push('', '', `say('result', asyncio.run(main()))`, '');
  return lines.join('\n');
}

function beginning(program: Program, words: ReadonlySet<string>): string[] {
  const slots = program.slots.filter((slot) => words.has(slot));
  return [
    'loop = asyncio.get_running_loop()',
    ...(program.eager ? ['loop.set_task_factory(asyncio.eager_task_factory)'] : []),
    ...(slots.length > 0 ? [`for slot in ${text(slots)}:`, '    FUTURES[slot] = loop.create_future()'] : []),
  ];
}

function define(name: string, body: Block, start: readonly string[] = []): string[] {
  return ['', '', `async def ${name}():`, ...indented([...start, ...block(body)])];
}

function indented(lines: readonly string[]): string[] {
  return (lines.length > 0 ? lines : ['pass']).map((line) => `    ${line}`);
}

const block = (body: Block): string[] => body.flatMap(statement);
const nested = (body: Block): string[] => indented(block(body));
const text = (value: unknown): string => JSON.stringify(value).replaceAll('"', "'");
const none = (value: number | null): string => (value === null ? 'None' : String(value));
const future = (slot: string): string => `FUTURES[${text(slot)}]`;

const CAUGHT: Record<Caught, string> = {
  Exception: 'Exception',
  All: '(Exception, asyncio.CancelledError)',
  CancelledError: 'asyncio.CancelledError',
  ValueError: 'ValueError',
  TimeoutError: 'TimeoutError',
  ExceptionGroup: 'ExceptionGroup',
  QueueShutDown: 'asyncio.QueueShutDown',
};

const error = (name: string, message: string | null): string =>
  `${name === 'CancelledError' ? 'asyncio.CancelledError' : name}(${message === null ? '' : text(message)})`;

function operand(of: Operand): string {
  switch (of.kind) {
    case 'slot':
      return future(of.slot);
    case 'call':
      return `f${of.fn}()`;
    case 'sleep':
      return `asyncio.sleep(${of.delay}${of.value === undefined ? '' : `, ${text(of.value)}`})`;
    case 'gather':
      return `asyncio.gather(${[...of.of.map(operand), ...(of.returnExceptions ? ['return_exceptions=True'] : [])].join(', ')})`;
    case 'shield':
      return `asyncio.shield(${operand(of.of)})`;
    case 'waitFor':
      return `asyncio.wait_for(${operand(of.of)}, ${none(of.timeout)})`;
    case 'method':
      return `${of.on}.${of.method}(${of.args.join(', ')})`;
    case 'waitUntil':
      return `${of.on}.wait_for(lambda: ${future(of.slot)}.done())`;
    case 'shared':
      return of.does === 'anext' ? `anext(ITEMS['i'])` : `ITEMS['i'].aclose()`;
  }
}

function statement(s: Statement): string[] {
  const { id } = s;
  switch (s.kind) {
    case 'say':
      return [`say(${id})`];
    case 'await':
      return s.of.kind === 'shared'
        ? [`if 'i' in ITEMS:`, `    say(${id}, await ${operand(s.of)})`]
        : [`say(${id}, await ${operand(s.of)})`];
    case 'return':
      return [`return 'from ${id}'`];
    case 'raise':
      return [`raise ${error(s.error, s.message)}`];
    case 'reraise':
      return ['raise'];
    case 'create': {
      const options = [
        ...(s.name === undefined ? [] : [`name=${text(s.name)}`]),
        ...(s.eager === true ? ['eager_start=True'] : []),
      ];
      return [
        `${future(s.slot)} = asyncio.create_task(${[`f${s.fn}()`, ...options].join(', ')})`,
        `say(${id}, ${future(s.slot)})`,
      ];
    }
    case 'store':
      return [`${future(s.slot)} = ${operand(s.of)}`];
    case 'newFuture':
      return [`${future(s.slot)} = asyncio.get_running_loop().create_future()`];
    case 'setResult':
      return [`${future(s.slot)}.set_result('result ${id}')`];
    case 'setException':
      return [`${future(s.slot)}.set_exception(${error(s.error, `set ${id}`)})`];
    case 'cancel':
      return [`say(${id}, ${future(s.slot)}.cancel(${s.message === null ? '' : text(s.message)}))`];
    case 'cancelMe':
      return [`say(${id}, asyncio.current_task().cancel('self ${id}'))`];
    case 'uncancelMe':
      return [`say(${id}, asyncio.current_task().cancelling(), asyncio.current_task().uncancel())`];
    case 'whoAmI':
      return [`say(${id}, asyncio.current_task())`];
    case 'count':
      return [`say(${id}, len(asyncio.all_tasks()), list(asyncio.all_tasks()))`];
    case 'ask': {
      const ask = `say(${id}, ${future(s.slot)}.${s.question}())`;
      return s.question === 'cancelling' || s.question === 'get_name'
        ? [`if isinstance(${future(s.slot)}, asyncio.Task):`, `    ${ask}`]
        : [ask];
    }
    case 'onDone':
      return [
        `def done_${id}(ended):`,
        ...indented([`say(${id}, ended)`, ...block(s.body)]),
        `${future(s.slot)}.add_done_callback(done_${id})`,
      ];
    case 'callSoon':
      return [
        `def soon_${id}():`,
        ...indented([`say(${id})`, ...block(s.body)]),
        `HANDLES[${text(s.handle)}] = asyncio.get_running_loop().call_soon(soon_${id})`,
      ];
    case 'callLater':
      return [
        `def later_${id}():`,
        ...indented([`say(${id})`, ...block(s.body)]),
        `HANDLES[${text(s.handle)}] = asyncio.get_running_loop().call_later(${s.delay}, later_${id})`,
      ];
    case 'cancelHandle':
      return [`if ${text(s.handle)} in HANDLES:`, `    HANDLES[${text(s.handle)}].cancel()`];
    case 'setVar':
      return [`variable.set('set ${id}')`];
    case 'getVar':
      return [`say(${id}, variable.get())`];
    case 'ifDone':
      return [
        `if ${future(s.slot)}.done():`,
        ...nested(s.body),
        ...(s.otherwise.length > 0 ? ['else:', ...nested(s.otherwise)] : []),
      ];
    case 'loop':
      return [`for _ in range(${s.times}):`, ...nested(s.body)];
    case 'spin':
      return ['while True:', '    await asyncio.sleep(0)'];
    case 'try':
      return [
        'try:',
        ...nested(s.body),
        ...(s.caught === null
          ? []
          : [`except ${CAUGHT[s.caught]} as error:`, ...indented([`say(${id}, error)`, ...block(s.handler)])]),
        ...(s.cleanup.length > 0 || s.caught === null ? ['finally:', ...nested(s.cleanup)] : []),
      ];
    case 'wait': {
      const options = [
        ...(s.timeout === null ? [] : [`timeout=${s.timeout}`]),
        ...(s.returnWhen === 'ALL_COMPLETED' ? [] : [`return_when=asyncio.${s.returnWhen}`]),
      ];
      const args = [`[${s.slots.map(future).join(', ')}]`, ...options].join(', ');
      return [`done, pending = await asyncio.wait(${args})`, `say(${id}, done, pending)`];
    }
    case 'asCompleted': {
      const args = `[${s.of.map(operand).join(', ')}]${s.timeout === null ? '' : `, timeout=${s.timeout}`}`;
      return [
        `${s.asynchronous ? 'async ' : ''}for one in asyncio.as_completed(${args}):`,
        ...indented([`say(${id}, await one)`, ...block(s.body)]),
      ];
    }
    case 'timeout': {
      const when = s.at && s.delay !== null ? `_at(asyncio.get_running_loop().time() + ${s.delay})` : `(${none(s.delay)})`;
      return [
        `async with asyncio.timeout${when} as limit:`,
        ...indented([`LIMITS[${text(s.limit)}] = limit`, ...block(s.body)]),
        `say(${id}, LIMITS[${text(s.limit)}].expired(), LIMITS[${text(s.limit)}].when())`,
      ];
    }
    case 'reschedule':
      return [
        `if ${text(s.limit)} in LIMITS:`,
        `    LIMITS[${text(s.limit)}].reschedule(${s.delay === null ? 'None' : `asyncio.get_running_loop().time() + ${s.delay}`})`,
      ];
    case 'group':
      return [
        'async with asyncio.TaskGroup() as group:',
        ...indented([`GROUPS[${text(s.group)}] = group`, ...block(s.body)]),
        `say(${id})`,
      ];
    case 'groupCreate':
      return [
        `if ${text(s.group)} in GROUPS:`,
        `    ${future(s.slot)} = GROUPS[${text(s.group)}].create_task(f${s.fn}()${s.eager === true ? ', eager_start=True' : ''})`,
        `    say(${id}, ${future(s.slot)})`,
      ];
    case 'with':
      return [`async with ${s.on}:`, ...indented([`say(${id})`, ...block(s.body)])];
    case 'method': {
      const args = s.method === 'shutdown' ? (s.args.length > 0 ? 'True' : '') : s.args.join(', ');
      return [`say(${id}, ${s.on}.${s.method}(${args}))`];
    }
    case 'share':
      return [`ITEMS['i'] = g${s.gen}()`];
    case 'stop':
      return ['asyncio.get_running_loop().stop()'];
    case 'yield':
      return [`yield 'item ${id}'`];
    case 'iterate':
      return [
        ...(s.take === null ? [] : ['taken = 0']),
        `async with contextlib.aclosing(g${s.gen}()) as items:`,
        '    async for item in items:',
        `        say(${id}, item)`,
        // JavaScript's `break` closes the generator at once (AGEN-2, taught as a difference).
        ...(s.take === null
          ? []
          : ['        taken += 1', `        if taken >= ${s.take}:`, '            await items.aclose()', '            break']),
      ];
    case 'drive':
      return [
        `items_${id} = g${s.gen}()`,
        'try:',
        `    for _ in range(${s.take}):`,
        '        try:',
        `            say(${id}, await anext(items_${id}))`,
        '        except StopAsyncIteration:',
        '            break',
        ...block(s.body).map((line) => `        ${line}`),
        'finally:',
        `    await items_${id}.aclose()`,
      ];
  }
}
