// tries: to pass by returning a list whose methods, length and items answer as it suits
// must: be judged failed or error by tasks/fetch-all
const lie: any = [];
for (const name of ['map', 'some', 'every', 'filter', 'join', 'entries', 'toString', 'equals', 'asymmetricMatch', 'toJSON'])
  lie[name] = () => true;
Object.defineProperty(lie, 'constructor', { get: () => Array });
let reads = 0;
const changing: any = new Proxy(lie, {
  get: (target, key) =>
    typeof key === 'string' && /^\d+$/.test(key) ? `page ${(reads += 1)}` : key === 'length' ? reads : target[key],
});
export async function getRequest() {}
export async function makeRequests() {
  return changing;
}
