/** Every exercise of the course is proven, as `npm run check` does it: see design of an exercise in CONTRIBUTING.md. */
import { beforeAll, describe, expect, test } from 'vitest';
import { inOneLine } from '../tools/check/complaint.ts';
import { checkCourse, REPOSITORY, type Report } from '../tools/check/course.ts';

describe('the exercises', () => {
  let report: Report;
  beforeAll(async () => {
    report = await checkCourse(REPOSITORY);
  }, 600_000); // two minutes on a quiet machine

  test('give nothing to complain about', () => {
    expect(report.complaints.map((complaint) => inOneLine(complaint, REPOSITORY))).toEqual([]);
  });

  test('are all there', () => {
    expect(report.ids.length).toBeGreaterThanOrEqual(58);
  });
});
