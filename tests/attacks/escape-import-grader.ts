// tries: to import what only hidden tests get
// must: end raised ModuleNotFoundError
// must: say No module named 'grader'
// @ts-nocheck
/* eslint-disable */
import { test, expect } from 'grader';

test('mine', () => expect(1).toBe(1));
