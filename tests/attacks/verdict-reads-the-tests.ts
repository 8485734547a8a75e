// tries: to read the hidden tests' source and the expected answer, through its callers, the stack and the functions it is given
// must: be judged failed or error by coroutines/classify
// must: not print expect(
export function classify(x: any) {
  const seen: string[] = [];
  const attempt = (look: () => unknown) => {
    try {
      seen.push(String(look()));
    } catch {}
  };
  attempt(() => (classify as any).caller);
  attempt(() => (classify as any).arguments.callee.caller);
  attempt(() => new Error('x').stack);
  attempt(() =>
    (function () {
      return (arguments as any).callee.caller;
    })(),
  );
  attempt(() => x.constructor.caller);
  attempt(() => Function.prototype.toString.call((Object.getPrototypeOf(x) ?? {}).constructor));
  for (const line of seen) console.log(line);
  return 'unknown';
}
