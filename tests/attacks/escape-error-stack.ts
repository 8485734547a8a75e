// tries: to get at the frames of its host through errors, the stack's own hooks, and `caller`
// must: end finished
// must: print reached: nothing
import * as asyncio from 'asyncio';

const found: string[] = [];
const seen = (what: unknown) => {
  const text = String(what);
  if (/node:|worker|blob:|runner|inside|src\/|evalmachine|\[stdin\]/.test(text)) found.push(text.slice(0, 80));
  return what;
};
const attempt = (look: () => unknown) => {
  try {
    const got: any = look();
    if (got?.getFunction?.() !== undefined || got?.getThis?.() !== undefined) found.push('a frame');
    if (got !== undefined) seen(got);
  } catch {}
};
attempt(() => (Error.prepareStackTrace = (_, frames) => frames[0]));
attempt(() => new Error('x').stack);
attempt(() => new asyncio.ValueError('x').stack);
attempt(() => {
  const holder: any = {};
  (Error as any).captureStackTrace?.(holder);
  return holder.stack;
});
attempt(() => {
  try {
    asyncio.run(5 as any);
  } catch (error) {
    return (error as Error).stack;
  }
});
attempt(() => {
  try {
    null!.f;
  } catch (error) {
    return [(error as any).stack, (error as any).fileName, (error as any).sourceURL];
  }
});
attempt(() =>
  (function f() {
    return (f as any).caller ?? (f as any).arguments?.callee;
  })(),
);
attempt(() => {
  const deep = (): any => {
    try {
      return deep();
    } catch (error) {
      return (error as any).constructor.constructor('return process')();
    }
  };
  return deep();
});
console.log('reached:', found.join(' | ') || 'nothing');
