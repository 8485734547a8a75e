// tries: to import a module of the host at the top
// must: end raised ModuleNotFoundError
// must: say No module named 'node:fs'
// @ts-nocheck
/* eslint-disable */
import { readFileSync } from 'node:fs';

console.log(readFileSync('/etc/passwd', 'utf8'));
