// tries: to start a worker of its own, which would have what it has not
// must: end finished
// must: print started: nothing
const url = 'SERVER';
const found: string[] = [];
const attempt = (name: string, call: () => unknown) => {
  try {
    if (call() !== undefined) found.push(name);
  } catch {}
};
attempt('Worker', () => {
  return new Worker(url);
});
attempt('Worker of a blob', () => {
  return new Worker(URL.createObjectURL(new Blob(["fetch('" + url + "')"])));
});
attempt('Worker of data', () => {
  return new Worker("data:text/javascript,fetch('" + url + "')");
});
attempt('SharedWorker', () => {
  return new SharedWorker(url);
});
attempt('service worker', () => {
  return navigator.serviceWorker.register(url);
});
attempt('worklet', () => {
  return CSS.paintWorklet.addModule(url);
});
attempt('worker_threads', () => {
  return globalThis.require('worker_threads');
});
attempt('child_process', () => {
  return process.binding('spawn_sync');
});
attempt('WebAssembly', () => {
  return new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
});
console.log('started:', found.join(' ') || 'nothing');
