// tries: to reach the host through the native async functions and promises that text can still make
// must: end finished
// must: print reached: nothing
const found: string[] = [];
const attempt = (name: string, reach: () => unknown) => {
  try {
    const got: any = reach();
    if (got !== undefined) found.push(name);
  } catch {}
};
const text = 'return typeof process + typeof fetch + typeof self';
const make = (code: string): any =>
  [() => new Function(`return ${code}`)(), () => (0, eval)(code), () => globalThis.Function.constructor(code)]
    .map((one) => {
      try {
        return one();
      } catch {}
    })
    .find((one) => one !== undefined);
attempt('AsyncFunction', () => {
  const AsyncFunction = make('(async () => {})').constructor;
  const got = AsyncFunction(text)();
  return got;
});
attempt('AsyncGeneratorFunction', () => make('(async function* () {})').constructor(text)());
attempt('GeneratorFunction', () => make('(function* () {})').constructor(text)().next().value);
attempt('Promise', () => make('(async () => {})()').constructor.constructor(text)());
attempt('a species', () => {
  const promise = make('(async () => {})()');
  class Mine extends promise.constructor {}
  return (promise.constructor.prototype.then = () => Mine);
});
console.log('reached:', found.join(' ') || 'nothing');
