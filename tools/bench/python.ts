/** Finds the newest Python there is. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export interface Python {
  readonly path: string;
  /** Such as 3.13.0. */
  readonly version: string;
}

/** The oldest that is of use: its asyncio has eager tasks, and its interpreter the present inlining. */
const OLDEST = [3, 12] as const;

/** The newest `python3` of PATH and of pyenv's versions; undefined when there is none from 3.12. */
export async function newestPython(): Promise<Python | undefined> {
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'python3'));
  const versions = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  if (existsSync(versions)) paths.push(...readdirSync(versions).map((version) => join(versions, version, 'bin/python3')));
  const found = await Promise.all([...new Set(paths)].filter((path) => existsSync(path)).map(versionOf));
  const known = found.filter((python) => python !== undefined).filter(({ version }) => compare(version, OLDEST.join('.')) >= 0);
  return known.sort((a, b) => compare(b.version, a.version))[0];
}

async function versionOf(path: string): Promise<Python | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, [
      '-c',
      'import sys; print(".".join(map(str, sys.version_info[:3])), end="")',
    ]);
    return { path, version: stdout };
  } catch {
    return undefined; // pyenv's shim, say, with no version chosen
  }
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
