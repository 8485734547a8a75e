// tries: to reach the host's names with indirect eval and Function
// must: end finished
// must: print reached: nothing
const found: string[] = [];
const names =
  'process require fetch self postMessage importScripts WebAssembly SharedArrayBuffer Atomics WeakRef FinalizationRegistry Compartment lockdown harden performance queueMicrotask setTimeout structuredClone crypto navigator caches inside answer';
for (const name of names.split(' ')) {
  for (const look of [
    () => (0, eval)(name),
    () => new Function(`return ${name}`)(),
    () => new Function('return this')()?.[name],
    () => globalThis[name],
    () =>
      (function () {
        return this;
      })()?.[name],
  ]) {
    try {
      if (look() !== undefined) found.push(name);
    } catch {}
  }
}
console.log('reached:', found.join(' ') || 'nothing');
