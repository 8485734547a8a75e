// tries: to call the helpers of compiled code under the names that the compiler gave them
// must: end finished
// must: print reached: nothing
const found: string[] = [];
for (const name of [
  '$runtime',
  '$require',
  '$exports',
  '$module',
  '__async',
  '__await',
  '__forAwait',
  '__asyncGenerator',
  '__using',
  '__callDispose',
]) {
  for (const look of [() => new Function(`return ${name}`)(), () => (0, eval)(name)])
    try {
      const got = look();
      if (got !== undefined && name !== '$runtime' && name !== '$exports') {
        const host = typeof got === 'function' ? [got('node:fs'), got('process'), got('../')] : [got];
        for (const each of host) if (each !== undefined && Object.keys(each).length > 0 && name === '$require') found.push(name);
      }
    } catch {}
}
console.log('reached:', found.join(' ') || 'nothing');
