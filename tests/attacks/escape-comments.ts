// tries: to smuggle code past the compiler's look at imports, in comments and strings that engines read differently
// must: end finished
// must: print reached: nothing
let reached = 'nothing';
const texts = [
  '<!-- \n import("node:fs")',
  'x\n--> import("node:fs")',
  '/*\n*/--> \nreturn process',
  '//\u2028return process',
  '//\u2029return self',
  '`${import("node:fs")}`',
  '#!/bin/sh\nreturn process',
];
for (const text of texts)
  for (const run of [() => new Function(text)(), () => (0, eval)(text)])
    try {
      const got = run();
      if (got !== undefined) reached = text;
    } catch {}
console.log('reached:', reached);
