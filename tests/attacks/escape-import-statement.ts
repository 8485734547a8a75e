// tries: to import a module of the host at the top
// must: end raised ModuleNotFoundError or refused
// must: say No module named 'node:fs'
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
import { readFileSync } from 'node:fs';

console.log(readFileSync('/etc/passwd', 'utf8'));
