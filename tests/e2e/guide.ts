/** The section "Your first exercise" of CONTRIBUTING.md as a program: its commands and its files, and a copy of the repository to do it in. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** One thing that the guide tells its reader to do. */
export type Step =
  { readonly kind: 'command'; readonly line: string } | { readonly kind: 'file'; readonly path: string; readonly text: string };

/** The steps of the guide in their order: each line of a block of commands, and each block that is announced by the path of its file. */
export function readGuide(): Step[] {
  const text = readFileSync(join(REPOSITORY, 'CONTRIBUTING.md'), 'utf8');
  const [, section = ''] = /^## Your first exercise\n([\s\S]*)^## Add an exercise\n/m.exec(text) ?? [];
  const blocks = section.matchAll(/(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap(([, path, language, content = '']): Step[] => {
    if (path !== undefined) return [{ kind: 'file', path, text: content }];
    if (language !== 'sh') throw new Error(`the guide has a block that names no file: ${content}`);
    const lines = content.split('\n').filter((line) => line !== '');
    return lines.map((line) => ({ kind: 'command', line }));
  });
}

/** What a fresh clone does not have. */
const MADE = ['node_modules', 'dist', '.git', '.astro', 'test-results', '.cache', 'public/generated'];

/**
 * Copies the repository as a clone has it into `folder`, with the packages installed: each is a link to this repository's, what tools keep beside them (caches,
 * the set-up's stamp) is the copy's own.
 */
export function copyRepository(folder: string): void {
  cpSync(REPOSITORY, folder, { recursive: true, filter: (source) => !MADE.includes(relative(REPOSITORY, source)) });
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(REPOSITORY, 'node_modules'))) {
    if (!name.startsWith('.') || name === '.bin') symlinkSync(join(REPOSITORY, 'node_modules', name), join(modules, name));
  }
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json')));
  writeFileSync(join(modules, '.loopwise-setup'), lock.digest('hex'));
}

/**
 * Writes a file of the guide. `NN` stands for a number that `npm run new` chose: such a file has to be there already, since the guide only fills in what was laid
 * out. Returns its path.
 */
export function write(folder: string, path: string, text: string): string {
  const [found = path, ...more] = path.includes('NN-') ? globSync(path.replaceAll('NN-', '[0-9]*-'), { cwd: folder }) : [path];
  if (found.includes('NN-') || more.length > 0)
    throw new Error(`the guide fills in ${path}; npm run new laid out: ${[found, ...more].join(', ')}`);
  mkdirSync(dirname(join(folder, found)), { recursive: true });
  writeFileSync(join(folder, found), text);
  return found;
}

/** The environment of a reader's terminal: nothing of the npm and the browser tests that this runs in. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|PLAYWRIGHT|PW_|TEST_|FORCE_COLOR|NODE_OPTIONS|INIT_CWD)/.test(name),
  );
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/** Runs a command of the guide to its end. */
export function run(folder: string, line: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8', env: environment() });
  return { status, said: stdout + stderr };
}

/** A command that serves the site until it is ended. */
export interface Served {
  readonly url: string;
  end(): void;
}

/** Starts a command that prints the site's address and goes on. Rejects with what it said when it ends instead. */
export async function start(folder: string, line: string): Promise<Served> {
  const child: ChildProcess = spawn('sh', ['-c', line], { cwd: folder, detached: true, env: environment() });
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
  };
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, address] = /is served at (\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (status) => {
      reject(new Error(`${line} ended with ${String(status)}:\n${said}`));
    });
  });
  return { url, end };
}
