// tries: to pass by throwing values that no handler expects
// must: be judged failed by tasks/fetch-all
let turn = 0;
const thrown = [
  undefined,
  null,
  0,
  '',
  new Proxy(
    {},
    {
      getPrototypeOf() {
        throw 1;
      },
      get() {
        throw 2;
      },
      ownKeys() {
        throw 3;
      },
    },
  ),
  Object.create(null),
  { then: 5 },
  Symbol('x'),
  1n,
];
export async function getRequest() {}
export async function makeRequests() {
  turn += 1;
  throw thrown[turn % thrown.length];
}
