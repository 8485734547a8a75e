// tries: to read memory that is not its own, past the end of buffers
// must: end finished
// must: print read: nothing
const read: unknown[] = [];
const buffer = new ArrayBuffer(8, { maxByteLength: 64 });
const view = new Uint8Array(buffer);
for (const index of [-1, 8, 1e9, 2 ** 32, '-0', NaN]) if (view[index as any] !== undefined) read.push(index);
const lying = { valueOf: () => ((buffer as any).resize?.(0), 0) };
try {
  view.fill(lying as any, 0, 8);
} catch {}
try {
  new DataView(buffer).getUint32(lying as any);
  read.push('DataView');
} catch {}
try {
  const big = new Uint8Array(8);
  big.set({ length: 1e9, 0: 1 } as any, 0);
  read.push('set');
} catch {}
try {
  if (typeof SharedArrayBuffer !== 'undefined') read.push('SharedArrayBuffer');
} catch {}
console.log('read:', read.join(' ') || 'nothing');
