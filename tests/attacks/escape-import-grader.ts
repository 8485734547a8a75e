// tries: to import what only hidden tests get
// must: end raised ModuleNotFoundError or refused
// must: say No module named 'grader'
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
import { test, expect } from 'grader';

test('mine', () => expect(1).toBe(1));
