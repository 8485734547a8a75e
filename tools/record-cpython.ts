/**
 * Records what real CPython does: the `cpython.json` of every case in tests/conformance, the `.out.txt` of the lessons' listings, and the tables that tests of
 * the standard library hold ours against.
 * `--check` writes nothing and fails where what is recorded is not what CPython says now. Words name the cases to do: `node tools/record-cpython.ts queues notes/004`.
 *
 * Keeps true: recording twice gives the same bytes; what is recorded from the Task and Future written in Python prints line for line what those written in C print.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listings } from '../tests/content/read-content.ts';
import { cases, recording, table, TABLES } from '../tests/conformance/cases.ts';
import { startCPython } from '../src/python/node.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const chosen = (name: string): boolean => positionals.length === 0 || positionals.some((word) => name.startsWith(word));

const python = await startCPython();
let changed = 0;
let all = 0;
let unlike = 0;

/** Writes `text` where it is not there already. */
function keep(name: string, file: string, text: string): void {
  all += 1;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (before === text) return;
  changed += 1;
  console.log(`${before === undefined ? 'new' : 'changed'}: ${name}`);
  if (values.check !== true) writeFileSync(file, text);
}

for (const each of cases()) {
  if (!chosen(each.name)) continue;
  const { modules } = each;
  const run = python.run(each.python, 'program.py', { modules });
  keep(each.name, `${each.folder}/cpython.json`, await recording(python.version, run, each.level));
  const lines = JSON.stringify(run.lines, null, 1).split('\n');
  // What users of Python have tells less, but what a program prints on it is what it has to print.
  const accelerated = python.run(each.python, 'program.py', { modules, accelerated: true });
  const users = JSON.stringify(accelerated.lines, null, 1).split('\n');
  const at = lines.findIndex((line, i) => line !== users[i]);
  if (at < 0 && lines.length === users.length) continue;
  unlike += 1;
  console.log(`${each.name} prints something else with the accelerated Task:\n${lines[at] ?? ''}\n${users[at] ?? ''}`);
}
for (const file of TABLES) {
  if (!chosen(file)) continue;
  const kept = file.replace(/\.py$/, '.json');
  const { screen } = python.run(readFileSync(`${ROOT}${file}`, 'utf8'), 'program.py');
  keep(kept, `${ROOT}${kept}`, await table(screen, kept));
}
for (const listing of listings()) {
  if (!chosen(listing.file)) continue;
  const run = python.run(readFileSync(`${ROOT}${listing.file}`, 'utf8'), `${listing.name}.py`);
  keep(listing.file, `${ROOT}${listing.folder}/${listing.name}.out.txt`, run.screen);
}
console.log(`CPython ${python.version}: ${all} recordings, ${changed} ${values.check === true ? 'differ' : 'written'}`);
process.exitCode = all === 0 || unlike > 0 || (values.check === true && changed > 0) ? 1 : 0;
process.exit();
