// tries: to import a module of the host at the top
// must: end refused or raised ModuleNotFoundError
// must: say module
import { readFileSync } from 'node:fs';

console.log(readFileSync('/etc/passwd', 'utf8'));
