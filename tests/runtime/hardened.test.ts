/**
 * The runtime inside Hardened JavaScript: after `lockdown()`, with its exports frozen through and through, programs run as before.
 *
 * A process of its own, since `lockdown()` cannot be taken back.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const INSIDE = `
  import 'ses';
  import * as runtime from './src/runtime/index.ts';
  lockdown();
  const asyncio = harden({ ...runtime.asyncio });
  const helpers = harden(runtime.helpers);
  const said = [];
  runtime.beginWorld({ observer: { warning: (_, text) => said.push(text) } });
  const compartment = new Compartment({ globals: { $runtime: helpers, asyncio }, __options__: true });
  const program = \`
    const { run, sleep, gather, createTask, CancelledError, ValueError, Task } = asyncio;
    const code = (name) => ({ name, file: 'main.ts', line: 1 });
    const leaf = $runtime.asyncFunction(function* (n) { yield $runtime.at(sleep(n), 4096); return n; }, code('leaf'), 1);
    class Mine extends ValueError { constructor(message) { super(message); this.name = 'Renamed'; } }
    class Plain extends CancelledError {}
    const items = function () { return $runtime.asyncGenerator(this, arguments, function* () { yield 1; yield new $runtime.await(sleep(1)); }, code('items')); };
    const out = [];
    const main = $runtime.asyncFunction(function* () {
      out.push(yield gather(leaf(1), leaf(2)));
      const task = createTask(leaf(9), { name: 'slow' });
      yield sleep(1);
      task.cancel('enough');
      try { yield task; } catch (error) { out.push(error.name, error instanceof CancelledError, error.args[0]); }
      try { throw new Mine('m'); } catch (error) { out.push(error.name, String(error)); }
      out.push(new Plain().name, (yield items().next()).value);
      try { task.then(); } catch (error) { out.push(error.message); }
      try { yield 5; } catch (error) { out.push(error.message); }
      try { Task.prototype.cancel = () => true; } catch (error) { out.push(error instanceof TypeError); }
      leaf(3);
      return out;
    }, code('main'), 0);
    run(main());
  \`;
  const result = compartment.evaluate(program);
  const elapsed = runtime.now();
  runtime.endWorld();
  process.stdout.write(JSON.stringify({ result, elapsed, said }));
`;

test('after lockdown, with frozen exports, programs run as before', async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const bundle = await build({
    stdin: { contents: INSIDE, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const output = execFileSync(process.execPath, ['--input-type=module'], {
    input: bundle.outputFiles[0]?.text ?? '',
    encoding: 'utf8',
  });
  expect(JSON.parse(output)).toEqual({
    result: [
      [1, 2],
      'CancelledError',
      true,
      'enough',
      'Renamed',
      'Renamed: m',
      'Plain',
      1,
      "'Task' object has no attribute 'then'",
      "'int' object can't be awaited",
      true,
    ],
    elapsed: 3,
    said: ["coroutine 'leaf' was never awaited"],
  });
});
