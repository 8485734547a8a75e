// tries: to import a module of the host while it runs, in every spelling
// must: end finished
// must: print reached: nothing
const found: string[] = [];
const spellings = [
  'import("node:fs")',
  'import ("node:fs")',
  'import/**/("node:fs")',
  'import\n("node:fs")',
  'im\\u0070ort("node:fs")',
  'import.meta.url',
  'import.source("x")',
  'import.source("data:application/wasm;base64,AGFzbQEAAAA=")',
  'import.defer("x")',
  'require("node:fs")',
  'module.constructor._load("node:fs")',
  'process.binding("fs")',
  'process.mainModule.require("fs")',
];
for (const spelling of spellings) {
  for (const run of [
    () => (0, eval)(spelling),
    () => new Function(`return ${spelling}`)(),
    () => Reflect.construct(Function, [`return ${spelling}`])(),
  ]) {
    try {
      const got = run();
      if (got !== undefined) found.push(spelling);
    } catch {}
  }
}
console.log('reached:', found.join(' ') || 'nothing');
