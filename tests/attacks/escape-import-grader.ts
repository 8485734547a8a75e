// tries: to import what only hidden tests get
// must: end refused or raised ModuleNotFoundError
// must: say module
import { test, expect } from 'grader';

test('mine', () => expect(1).toBe(1));
