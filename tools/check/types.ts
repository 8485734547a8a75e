/** Types of the exercises' code: one run of the native compiler over all of them, as the whole course takes half a second. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join, resolve, sep } from 'node:path';
import type { Complaint } from './complaint.ts';

const TSC = fileURLToPath(new URL('../../node_modules/typescript-native/bin/tsc', import.meta.url));

/**
 * Type errors in the exercises, by the settings of `root/exercises/tsconfig.json`. Throws when the compiler itself cannot work.
 */
export async function checkTypes(root: string): Promise<Complaint[]> {
  const folder = join(root, 'exercises');
  const { stdout, stderr, status } = await run(
    [TSC, '--noEmit', '--pretty', 'false', '-p', join(folder, 'tsconfig.json')],
    folder,
  );
  const found = [...stdout.matchAll(/^(\S.*?)\((\d+),\d+\): error (TS\d+): (.*)$/gm)];
  if (status !== 0 && found.length === 0) throw new Error(`The type checker failed: ${stdout}${stderr}`.trim());
  return found
    .map(([, path = '', line, code = '', message = '']) => ({
      file: resolve(folder, path),
      line: Number(line),
      what: `does not type-check: ${message} (${code})`,
      advice: 'repair the types',
    }))
    .filter(({ file }) => file.startsWith(folder + sep)); // what exercises lean on is held to its types elsewhere
}

function run(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly stdout: string; readonly stderr: string; readonly status: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: error === null ? 0 : 1 });
    });
  });
}
