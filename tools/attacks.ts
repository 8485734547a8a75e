/**
 * `npm run attacks -- [NAME]`: builds the site and runs every hostile program of tests/attacks against both sandboxes, Node's and the page's, and those in Python
 * against the page's; with NAME those that have it in their name. Takes minutes: many of them end only when the clock ends them. `npm test` runs the core of them.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAttacks } from '../tests/attacks/attack.ts';
import { PYTHON_ATTACKS } from '../tests/e2e/python-attacks.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { positionals } = parseArgs({ allowPositionals: true });
const [only, ...more] = positionals;
const isChosen = ({ name }: { readonly name: string }): boolean => only === undefined || name.includes(only);
const [chosen, inPython] = [readAttacks().filter(isChosen), PYTHON_ATTACKS.filter(isChosen)];
if (chosen.length + inPython.length === 0 || more.length > 0) {
  console.error(
    more.length > 0
      ? `attacks: one part of a name at most, got ${String(positionals.length)}: ${positionals.join(' ')}`
      : `attacks: no attack has '${String(only)}' in its name; there are: ${[...readAttacks(), ...PYTHON_ATTACKS]
          .map(({ name }) => name)
          .join(', ')}`,
  );
  process.exit(2);
}
console.log(`${String(chosen.length)} attacks, on Node's sandbox and on the page's, and ${String(inPython.length)} in Python`);

const env = { ...process.env, LOOPWISE_ATTACKS: 'all', ...(only === undefined ? {} : { LOOPWISE_ATTACK: only }) };
const commands = [
  ['npm', 'run', '--silent', 'build'],
  ...(chosen.length === 0
    ? []
    : [
        ['vitest', 'run', 'tests/attacks'],
        ['playwright', 'test', '/attacks.spec'],
      ]),
  ...(inPython.length === 0 ? [] : [['playwright', 'test', '/python.spec', '-g', 'hostile programs']]),
];
const failed = commands.filter(([command = '', ...args]) => {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error !== undefined) console.error(`${command} could not be started: ${error.message}`);
  return status !== 0;
});
for (const command of failed) console.error(`✗ ${command.join(' ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
