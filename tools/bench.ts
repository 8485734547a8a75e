/**
 * `npm run bench`: what a reader feels in the page; `npm run bench -- runtime`: how fast the loop is, beside others; `npm run bench -- grade`: how fast
 * submissions are graded; `npm run bench -- timeline`: how evenly the picture of a large run moves; `npm run bench -- compare`: how long it takes to hold two large
 * runs against each other. docs/benchmarks.md tells how.
 */
import { benchRuntime } from './bench/runtime.ts';

const USAGE = `Usage: npm run bench -- [page] [--rounds 20]
       npm run bench -- runtime [--quick] [--rows switches,tasks] [--columns ours,recording] [--json]
       npm run bench -- grade [--submissions 1000]
       npm run bench -- timeline [--moves 200] [--painters]
       npm run bench -- compare`;

const [what = 'page', ...rest] = process.argv.slice(2);
try {
  if (what === 'runtime') await benchRuntime(rest);
  else if (what === 'grade') await (await import('./bench/grade.ts')).benchGrade(rest);
  else if (what === 'timeline') await (await import('./bench/timeline.ts')).benchTimeline(rest);
  else if (what === 'compare') await (await import('./bench/compare.ts')).benchCompare();
  else if (what === 'page') await (await import('./bench/page.ts')).benchPage(rest);
  else if (what === '--help' || what === '-h') console.log(USAGE);
  else if (what.startsWith('-')) await (await import('./bench/page.ts')).benchPage([what, ...rest]);
  else throw new TypeError(`there is no benchmark '${what}'`);
} catch (error) {
  // What was asked wrongly is told in a line; anything else is a bug, and tells where.
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
