/** A program as a learner's TypeScript, by the rules of spec/asyncio-api.md; line by line what python.ts prints. */
import { reached, type Block, type Caught, type Operand, type Program, type Statement } from './ast.ts';

const START = `
class Boom extends Error {
  constructor(message?: string) {
    super(message);
    this.name = 'Boom';
  }
}

const FUTURES = new Map<string, Future>();
const GROUPS = new Map<string, { createTask(coroutine: unknown, options?: object): Future }>();
const LIMITS = new Map<string, { expired(): boolean; when(): number | undefined; reschedule(when: number | null): void }>();
const HANDLES = new Map<string, { cancel(): void }>();
const ITEMS = new Map<string, AsyncGenerator<string>>();
const variable = new ContextVar('variable', { default: 'nothing' });

const future = (slot: string) => FUTURES.get(slot) as Future;
const limit = (name: string) => LIMITS.get(name) ?? { expired: () => false, when: () => undefined, reschedule: () => undefined };
const me = () => currentTask() as Task;

function show(x: unknown): string {SHOW_GROUP
  if (x instanceof Error) return \`\${x.name}(\${x.message})\` + (x.cause === undefined ? '' : \` from \${show(x.cause)}\`);
  if (x instanceof Future) return x instanceof Task ? x.getName() : 'future';
  if (Array.isArray(x) || x instanceof Set) return \`[\${[...x].map(show).join(', ')}]\`;
  if (typeof x === 'boolean') return x ? 'True' : 'False';
  return x === undefined || x === null ? 'None' : String(x);
}

function isException(error: unknown): boolean {
  return error instanceof Error && !(error instanceof CancelledError) && !(error instanceof KeyboardInterrupt);
}

async function closed(items: AsyncGenerator<string>): Promise<undefined> {
  await items.return(undefined);
}

function say(what: unknown, ...values: unknown[]) {
  console.log([String(what), ...values.map(show)].join(' '));
}`;

const SHOW_GROUP = `
  if (x instanceof ExceptionGroup) return \`\${x.name}(\${x.message}: \${show(x.exceptions)})\`;`;

/** Names that a program imports when it has them. */
const OFFERED = [
  'BoundedSemaphore',
  'Barrier',
  'CancelledError',
  'Condition',
  'Event',
  'ExceptionGroup',
  'FIRST_COMPLETED',
  'FIRST_EXCEPTION',
  'Future',
  'KeyboardInterrupt',
  'LifoQueue',
  'Lock',
  'PriorityQueue',
  'Queue',
  'QueueShutDown',
  'RuntimeError',
  'Semaphore',
  'Task',
  'TaskGroup',
  'TimeoutError',
  'ValueError',
  'aclosing',
  'allTasks',
  'anext',
  'asCompleted',
  'asyncWith',
  'createTask',
  'currentTask',
  'eagerTaskFactory',
  'gather',
  'getRunningLoop',
  'run',
  'shield',
  'sleep',
  'timeout',
  'timeoutAt',
  'wait',
  'waitFor',
];

/** Prints a program as TypeScript. */
export function typescript(program: Program): string {
  const { functions, generators, words } = reached(program);
  const groups = words.has('group') || words.has('ExceptionGroup');
  const lines = [START.replace('SHOW_GROUP', groups ? SHOW_GROUP : '')];
  for (const { name, type, size } of program.objects)
    if (words.has(name)) lines.push(`const ${name} = new ${type}(${size ?? ''});`);
  for (const index of [...generators].sort((a, b) => a - b))
    lines.push(...define(`* g${index}`, program.generators[index] ?? [], [], [`yield 'end';`]));
  for (const index of [...functions].sort((a, b) => b - a)) {
    const start = index === 0 ? beginning(program, words) : [];
    lines.push(...define(index === 0 ? ' main' : ` f${index}`, program.functions[index] ?? [], start));
  }
  lines.push('', `say('result', run(main()));`, '');
  const body = lines.join('\n');
  const names = OFFERED.filter((name) =>
    new RegExp(/^[A-Z]/.test(name) ? `\\b${name}\\b` : `(?<!\\.)\\b${name}\\b[()]`).test(body),
  );
  return [`import { ${names.join(', ')} } from 'asyncio';`, `import { ContextVar } from 'contextvars';`, body].join('\n');
}

function beginning(program: Program, words: ReadonlySet<string>): string[] {
  const slots = program.slots.filter((slot) => words.has(slot));
  return [
    'const loop = getRunningLoop();',
    ...(program.eager ? ['loop.setTaskFactory(eagerTaskFactory);'] : []),
    ...(slots.length > 0 ? [`for (const slot of ${text(slots)}) FUTURES.set(slot, loop.createFuture());`] : []),
  ];
}

function define(name: string, body: Block, start: readonly string[] = [], end: readonly string[] = []): string[] {
  return ['', `async function${name}() {`, ...indented([...start, ...block(body), ...end]), '}'];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
const block = (body: Block): string[] => body.flatMap(statement);
const nested = (body: Block): string[] => indented(block(body));
const text = (value: unknown): string => JSON.stringify(value).replaceAll('"', "'");
const future = (slot: string): string => `future(${text(slot)})`;
const camel = (name: string): string => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const CAUGHT: Record<Caught, string> = {
  Exception: 'isException(error)',
  All: 'isException(error) || error instanceof CancelledError',
  CancelledError: 'error instanceof CancelledError',
  ValueError: 'error instanceof ValueError',
  TimeoutError: 'error instanceof TimeoutError',
  ExceptionGroup: 'error instanceof ExceptionGroup',
  QueueShutDown: 'error instanceof QueueShutDown',
};

const error = (name: string, message: string | null): string => `new ${name}(${message === null ? '' : text(message)})`;

function operand(of: Operand): string {
  switch (of.kind) {
    case 'slot':
      return future(of.slot);
    case 'call':
      return `f${of.fn}()`;
    case 'sleep':
      return `sleep(${of.delay}${of.value === undefined ? '' : `, ${text(of.value)}`})`;
    case 'gather':
      return `gather(${[...of.of.map(operand), ...(of.returnExceptions ? ['{ returnExceptions: true }'] : [])].join(', ')})`;
    case 'shield':
      return `shield(${operand(of.of)})`;
    case 'waitFor':
      return `waitFor(${operand(of.of)}, ${of.timeout})`;
    case 'method':
      return `${of.on}.${of.method}(${of.args.join(', ')})`;
    case 'waitUntil':
      return `${of.on}.waitFor(() => ${future(of.slot)}.done())`;
    case 'shared':
      return of.does === 'anext' ? 'anext(shared)' : 'closed(shared)';
  }
}

function statement(s: Statement): string[] {
  const { id } = s;
  switch (s.kind) {
    case 'say':
      return [`say(${id});`];
    case 'await':
      return s.of.kind === 'shared'
        ? [
            `const shared${id} = ITEMS.get('i');`,
            `if (shared${id} !== undefined) say(${id}, await ${operand(s.of).replace('shared', `shared${id}`)});`,
          ]
        : [`say(${id}, await ${operand(s.of)});`];
    case 'return':
      return [`return 'from ${id}';`];
    case 'raise':
      return [`throw ${error(s.error, s.message)};`];
    case 'reraise':
      return ['throw error;'];
    case 'create': {
      const options = [
        ...(s.name === undefined ? [] : [`name: ${text(s.name)}`]),
        ...(s.eager === true ? ['eagerStart: true'] : []),
      ];
      const args = [`f${s.fn}()`, ...(options.length > 0 ? [`{ ${options.join(', ')} }`] : [])].join(', ');
      return [`FUTURES.set(${text(s.slot)}, createTask(${args}));`, `say(${id}, ${future(s.slot)});`];
    }
    case 'store':
      return [`FUTURES.set(${text(s.slot)}, ${operand(s.of)} as Future);`];
    case 'newFuture':
      return [`FUTURES.set(${text(s.slot)}, getRunningLoop().createFuture());`];
    case 'setResult':
      return [`${future(s.slot)}.setResult('result ${id}');`];
    case 'setException':
      return [`${future(s.slot)}.setException(${error(s.error, `set ${id}`)});`];
    case 'cancel':
      return [`say(${id}, ${future(s.slot)}.cancel(${s.message === null ? '' : text(s.message)}));`];
    case 'cancelMe':
      return [`say(${id}, me().cancel('self ${id}'));`];
    case 'uncancelMe':
      return [`say(${id}, me().cancelling(), me().uncancel());`];
    case 'whoAmI':
      return [`say(${id}, currentTask());`];
    case 'count':
      return [`say(${id}, allTasks().size, [...allTasks()]);`];
    case 'ask': {
      if (s.question !== 'cancelling' && s.question !== 'get_name') return [`say(${id}, ${future(s.slot)}.${s.question}());`];
      const asked = `asked${id}`;
      return [
        `const ${asked} = ${future(s.slot)};`,
        `if (${asked} instanceof Task) say(${id}, ${asked}.${camel(s.question)}());`,
      ];
    }
    case 'onDone':
      return [
        `const done${id} = (ended: Future) => {`,
        ...indented([`say(${id}, ended);`, ...block(s.body)]),
        '};',
        `${future(s.slot)}.addDoneCallback(done${id});`,
      ];
    case 'callSoon':
      return [
        `const soon${id} = () => {`,
        ...indented([`say(${id});`, ...block(s.body)]),
        '};',
        `HANDLES.set(${text(s.handle)}, getRunningLoop().callSoon(soon${id}));`,
      ];
    case 'callLater':
      return [
        `const later${id} = () => {`,
        ...indented([`say(${id});`, ...block(s.body)]),
        '};',
        `HANDLES.set(${text(s.handle)}, getRunningLoop().callLater(${s.delay}, later${id}));`,
      ];
    case 'cancelHandle':
      return [`HANDLES.get(${text(s.handle)})?.cancel();`];
    case 'setVar':
      return [`variable.set('set ${id}');`];
    case 'getVar':
      return [`say(${id}, variable.get());`];
    case 'ifDone':
      return [
        `if (${future(s.slot)}.done()) {`,
        ...nested(s.body),
        ...(s.otherwise.length > 0 ? ['} else {', ...nested(s.otherwise)] : []),
        '}',
      ];
    case 'loop':
      return [`for (let i${id} = 0; i${id} < ${s.times}; i${id} += 1) {`, ...nested(s.body), '}'];
    case 'spin':
      return ['for (;;) await sleep(0);'];
    case 'try': {
      const condition = s.caught === null ? '' : CAUGHT[s.caught];
      return [
        'try {',
        ...nested(s.body),
        ...(s.caught === null
          ? []
          : ['} catch (error) {', ...indented([`if (!(${condition})) throw error;`, `say(${id}, error);`, ...block(s.handler)])]),
        ...(s.cleanup.length > 0 || s.caught === null ? ['} finally {', ...nested(s.cleanup)] : []),
        '}',
      ];
    }
    case 'wait': {
      const options = [
        ...(s.timeout === null ? [] : [`timeout: ${s.timeout}`]),
        ...(s.returnWhen === 'ALL_COMPLETED' ? [] : [`returnWhen: ${s.returnWhen}`]),
      ];
      const args = [`[${s.slots.map(future).join(', ')}]`, ...(options.length > 0 ? [`{ ${options.join(', ')} }`] : [])].join(
        ', ',
      );
      return [`const [done${id}, pending${id}] = await wait(${args});`, `say(${id}, done${id}, pending${id});`];
    }
    case 'asCompleted': {
      const args = `[${s.of.map(operand).join(', ')}]${s.timeout === null ? '' : `, { timeout: ${s.timeout} }`}`;
      return [
        `for ${s.asynchronous ? 'await ' : ''}(const one of asCompleted(${args})) {`,
        ...indented([`say(${id}, await one);`, ...block(s.body)]),
        '}',
      ];
    }
    case 'timeout': {
      const when = s.at && s.delay !== null ? `timeoutAt(getRunningLoop().time() + ${s.delay})` : `timeout(${s.delay})`;
      return [
        `await asyncWith(${when}, async (entered) => {`,
        ...indented([`LIMITS.set(${text(s.limit)}, entered);`, ...block(s.body)]),
        '});',
        `say(${id}, limit(${text(s.limit)}).expired(), limit(${text(s.limit)}).when());`,
      ];
    }
    case 'reschedule': {
      const when = s.delay === null ? 'null' : `getRunningLoop().time() + ${s.delay}`;
      return [`limit(${text(s.limit)}).reschedule(${when});`];
    }
    case 'group':
      return [
        'await asyncWith(new TaskGroup(), async (group) => {',
        ...indented([`GROUPS.set(${text(s.group)}, group as never);`, ...block(s.body)]),
        '});',
        `say(${id});`,
      ];
    case 'groupCreate':
      return [
        `const group${id} = GROUPS.get(${text(s.group)});`,
        `if (group${id} !== undefined) {`,
        `  FUTURES.set(${text(s.slot)}, group${id}.createTask(f${s.fn}()${s.eager === true ? ', { eagerStart: true }' : ''}));`,
        `  say(${id}, ${future(s.slot)});`,
        '}',
      ];
    case 'with':
      return [`await asyncWith(${s.on}, async () => {`, ...indented([`say(${id});`, ...block(s.body)]), '});'];
    case 'method': {
      const args = s.method === 'shutdown' ? (s.args.length > 0 ? 'true' : '') : s.args.join(', ');
      return [`say(${id}, ${s.on}.${camel(s.method)}(${args}));`];
    }
    case 'share':
      return [`ITEMS.set('i', g${s.gen}());`];
    case 'stop':
      return ['getRunningLoop().stop();'];
    case 'yield':
      return [`yield 'item ${id}';`];
    case 'iterate':
      return [
        ...(s.take === null ? [] : [`let taken${id} = 0;`]),
        `await asyncWith(aclosing(g${s.gen}()), async (items) => {`,
        '  for await (const item of items) {',
        `    say(${id}, item);`,
        ...(s.take === null ? [] : [`    taken${id} += 1;`, `    if (taken${id} >= ${s.take}) break;`]),
        '  }',
        '});',
      ];
    case 'drive':
      return [
        `const items${id} = g${s.gen}();`,
        'try {',
        `  for (let i${id} = 0; i${id} < ${s.take}; i${id} += 1) {`,
        `    const item = await items${id}.next();`,
        '    if (item.done) break;',
        `    say(${id}, item.value);`,
        ...indented(nested(s.body)),
        '  }',
        '} finally {',
        `  await items${id}.return(undefined);`,
        '}',
      ];
  }
}
