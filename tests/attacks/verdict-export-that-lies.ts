// tries: to pass with exports that are not functions, or answer differently each time they are read
// must: be judged failed or error by tasks/fetch-all
let reads = 0;
class Odd {}
export const getRequest: any = new Odd();
export const makeRequests: any = new Proxy(function () {}, {
  get: (_, key) => ((reads += 1), key === 'name' ? { toString: () => 'makeRequests' } : () => reads),
  apply: () => ({ [Symbol.toStringTag]: 'Coroutine', send() {}, throw() {}, close() {} }),
});
