/** The name that somebody probably meant. */
import { expect, test } from 'vitest';
import { nearest } from '../../src/grader/index.ts';

test.each([
  ['makeRequests', ['makeRequest', 'main'], ['makeRequest']],
  ['makeRequests', ['make_requests'], ['make_requests']],
  ['fetchall', ['fetchAll', 'fetchOnce'], ['fetchAll']],
  ['tasks/fetch-al', ['tasks/fetch-all', 'tasks/fetch-once', 'coroutines/classify'], ['tasks/fetch-all']],
  ['fetch-all', ['tasks/fetch-all', 'tasks/fetch-once'], ['tasks/fetch-all']],
  ['mian', ['main', 'run'], ['main']],
  ['classify', ['countdown', 'order'], []],
])('%s among %j is %j', (wanted, known, near) => {
  expect(nearest(wanted, known)).toEqual(near);
});
