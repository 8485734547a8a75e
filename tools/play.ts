/**
 * `npm run play -- FILE.ts …`: runs programs on the runtime, in the sandbox, in the terminal. What they print goes to stdout, warnings and tracebacks to
 * stderr; `--json` gives one line a file instead, `{"file": …, "record": …}`. Exit code 1 when any of them did not finish, 2 when it could not be asked.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { compileInNode } from '../src/compiler/node.ts';
import type { RunRecord } from '../src/record/index.ts';
import { runInNode } from '../src/sandbox/node.ts';
import { syntaxErrorRecord, told } from './play/told.ts';

const USAGE = `Usage: npm run play -- [--json] FILE.ts …

Runs programs on the course's asyncio, in virtual time. --json: one line a file, {"file": …, "record": …}.`;

/** Exits when what was asked makes no sense. */
function refuse(message: string): never {
  console.error(`play: ${message}\n\n${USAGE}`);
  process.exit(2);
}

function asked(): { readonly files: readonly string[]; readonly json: boolean } {
  const options = { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    return { files: positionals.length > 0 ? positionals : refuse('no file was given'), json: values.json };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** A file's text; undefined, and said so, when there is none. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder; name a file' : message;
    console.error(`play: ${file}: ${why}`);
    return undefined;
  }
}

/** Compiles and runs one program. A program that does not compile raises a SyntaxError. */
async function run(source: string, name: string): Promise<RunRecord> {
  const compiled = await compileInNode(source, name); // a wrong import raises when it runs, as in Python
  return compiled.ok ? runInNode(compiled.program) : syntaxErrorRecord(compiled.errors, name);
}

const { files, json } = asked();
for (const file of files) {
  const source = read(file);
  if (source === undefined) {
    process.exitCode = 1;
    continue;
  }
  // The name in positions: what engines keep of a `sourceURL` ends at the first space.
  const name = basename(file).replaceAll(/[\s()]/g, '_');
  const record = await run(source, name);
  if (record.outcome !== 'finished') process.exitCode = 1;
  if (json) {
    console.log(JSON.stringify({ file, record }));
    continue;
  }
  if (files.length > 1) console.error(`== ${file}`);
  for (const line of record.output) console.log(line.text);
  for (const line of told(record, { file, name, source })) console.error(line);
}
