/**
 * Sets up everything a fresh clone needs, and says what it does: the packages (and with them the Node that the tools run on) and, with `--browser`,
 * a browser for the browser tests. Plain JavaScript, because it runs on the machine's own Node (20 or later) before anything is installed.
 *
 * It is a script of its own before each command (`pretest` and its like), not a first half of it: a shell remembers where it found `node`, and would go on with
 * the old one.
 *
 * Keeps true: it does nothing when everything is there; when a step fails it says why and what to try, and exits with 1.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.loopwise-setup');
const browserFile = join(modules, '.loopwise-browser');

/** Speaks on stderr, so that what a command prints stays the command's own. */
const say = (text) => console.error(`setup: ${text}`);

/** Ends the set-up with what failed and what to try. */
function fail(what, tryThis) {
  console.error(`setup: FAILED: ${what}\nsetup: try: ${tryThis}`);
  process.exit(1);
}

/** Runs a command; true when it succeeded. Its output goes to the terminal. */
const runs = (command, args, options = {}) => spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;

/** What a command prints, or undefined when it fails or does not exist. */
function printed(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const node = join(modules, '.bin', 'node');
  const complete = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && printed(node, ['--version']) !== undefined;
  if (complete) return;
  say('installing the packages named in package-lock.json (npm ci) …');
  if (!runs('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail(
      'npm ci did not succeed (its own message is above)',
      'check that the npm registry can be reached, then `npm ci` by hand',
    );
  }
  const version = printed(node, ['--version']);
  if (version === undefined) {
    fail(
      'the Node that comes as the package `node` does not run',
      'allow install scripts for it (`allowScripts` in package.json needs a recent npm: `npm install -g npm`), then `npm rebuild node`',
    );
  }
  writeFileSync(stamp, wanted);
  say(`packages installed; the tools run on Node ${version}`);
}

/** A browser that answers to --version. */
function works(path) {
  return path !== undefined && path !== '' && existsSync(path) && printed(path, ['--version']) !== undefined;
}

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function installedBrowser() {
  const asked = process.env.LOOPWISE_BROWSER;
  if (asked !== undefined) {
    if (works(asked)) return asked;
    fail(
      `LOOPWISE_BROWSER is ${JSON.stringify(asked)}, which does not run`,
      'set it to the path of a Chrome or Chromium, or unset it',
    );
  }
  const named = INSTALLED.map((name) => printed('which', [name])).filter((path) => path !== undefined);
  return [...named, ...PLACES].find(works);
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/** The ways a system offers a Chromium: a package manager where one is there and may be used, else Playwright's download. */
function waysToInstall() {
  const root = process.getuid?.() === 0;
  const sudo = root ? [] : printed('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n'];
  const ways = [];
  const managed = (name, ...steps) => {
    if (sudo !== undefined && printed('which', [name]) !== undefined)
      ways.push({ name, steps: steps.map((step) => [...sudo, name, ...step]) });
  };
  managed('apt-get', ['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  managed('dnf', ['install', '-y', 'chromium']);
  managed('apk', ['add', 'chromium']);
  if (printed('which', ['brew']) !== undefined) ways.push({ name: 'brew', steps: [['brew', 'install', '--cask', 'chromium']] });
  ways.push({ name: 'playwright', steps: [[join(modules, '.bin', 'playwright'), 'install', 'chromium']] });
  return ways;
}

async function findBrowser() {
  if (existsSync(browserFile) && process.env.LOOPWISE_BROWSER === undefined && works(readFileSync(browserFile, 'utf8'))) return;
  const keep = (path, where) => {
    mkdirSync(modules, { recursive: true });
    writeFileSync(browserFile, path);
    say(`browser for the tests: ${where} (${printed(path, ['--version'])})`);
  };
  const own = await playwrightBrowser();
  if (process.env.LOOPWISE_BROWSER === undefined && works(own)) return keep(own, "Playwright's own Chromium");
  const installed = installedBrowser();
  if (installed !== undefined) return keep(installed, 'the one installed on this machine');
  for (const { name, steps } of waysToInstall()) {
    say(`no browser here yet; installing Chromium with ${name} …`);
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    if (!steps.every(([command, ...args]) => runs(command, args, quiet))) {
      say(`${name} could not install it; trying the next way`);
      continue;
    }
    const now = [own, installedBrowser()].find(works);
    if (now !== undefined) return keep(now, `installed with ${name}`);
  }
  fail(
    'no browser was found and none could be installed',
    'install Chrome or Chromium, or set LOOPWISE_BROWSER to the path of one',
  );
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`this is Node ${process.versions.node}; the set-up needs 20 or later`, 'install a newer Node');
installPackages();
if (process.argv.includes('--browser')) await findBrowser();
