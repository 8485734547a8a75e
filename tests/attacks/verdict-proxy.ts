// tries: to pass by returning a proxy that agrees with everything
// must: be judged failed or error by tasks/fetch-all
const yes: any = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 'page 1' : key === 'length' ? 9 : yes),
  has: () => true,
  apply: () => yes,
  getPrototypeOf: () => Array.prototype,
  ownKeys: () => ['length', 'prototype'],
});
export async function getRequest() {}
export async function makeRequests() {
  return yes;
}
