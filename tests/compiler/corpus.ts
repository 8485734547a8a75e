/**
 * Small programs whose result does not depend on when things run: compiled and on the runtime, each must print what native JavaScript prints. Each has
 * a `main` that `run(main())` is added to.
 */
export const CORPUS: Readonly<Record<string, string>> = {
  'declarations are hoisted, to the program and to blocks': `
    const early = later(2);
    async function main() {
      console.log(await early, typeof inner, await inner());
      async function inner() { return 'inner'; }
      { console.log(await block()); async function block() { return 'block'; } }
      switch (1) { case 1: console.log(await chosen()); async function chosen() { return 'chosen'; } }
    }
    async function later(x: number) { return x * 2; }`,
  'functions have their names and lengths': `
    async function declared(a: number, b: number, c = 1, ...d: number[]) {}
    const expression = async function (a: number) {};
    const named = async function own(a: number, b: number) {};
    const arrow = async (a: number, { b }: { b: number }, ...c: number[]) => {};
    const object = { async method(a: number) {}, field: async () => {}, async 'quoted name'() {}, async 12() {}, async ['comp' + 'uted'](a: number) {} };
    class Class { async method(a: number, b: number) {} static async still(a: number) {} field = async (a: number) => {}; static async 'quoted'(a: number) {} }
    async function* generator(a: number, b: number) {}
    let assigned; assigned = async () => {};
    async function main(given = async () => {}, { inner = async () => {} } = {}) {
      for (const f of [declared, expression, named, arrow, object.method, object.field, object['quoted name'], object[12], Class.prototype.method, Class.still, new Class().field, Class.quoted, generator, assigned, given, inner])
        console.log(f.name, f.length);
      console.log(object.computed.length);
    }`,
  'methods keep their attributes': `
    class Class { async method() {} static async still() {} async *many() {} plain() {} }
    async function main() {
      for (const [target, key] of [[Class.prototype, 'method'], [Class, 'still'], [Class.prototype, 'many'], [Class.prototype, 'plain']] as const) {
        const { value, ...rest } = Object.getOwnPropertyDescriptor(target, key)!;
        console.log(key, typeof value, rest);
      }
      console.log(Object.keys({ async a() {}, async ['b']() {}, c: async () => {} }));
    }`,
  'this is the object called on, and the surroundings in arrows': `
    class Counter {
      count = 1;
      async add(n: number) { this.count += n; return this; }
      bump = async () => { this.count += 10; return [1, 2].map((x) => x + this.count); };
      async nested() { const inner = async () => { const deeper = async () => this.count; return (await deeper()) + 1; }; return await inner(); }
      static total = 5;
      static async all() { return this.total; }
    }
    const object = { value: 7, async get() { return this.value; }, arrow() { return async () => this.value; }, async late() { const f = () => this; return f().value; } };
    async function free(this: unknown) { return this; }
    async function main() {
      const c = new Counter();
      const { bump } = c;
      console.log((await c.add(2)) === c, c.count, await bump(), await c.nested(), await Counter.all());
      console.log(await object.get(), await object.arrow()(), await object.late(), await object.get.call({ value: 8 }), (await free()) === undefined, await free.call(3));
    }`,
  'super works in methods, in their arrows, and in object literals': `
    class Base {
      async hello(name: string) { return 'hello ' + name + this.mark; }
      get mark() { return '!'; }
      static async make() { return 'base'; }
      set level(v: number) { this.stored = v; } stored = 0;
      plain(...names: string[]) { return names.join('+') + this.mark; }
      tag(strings: TemplateStringsArray, value: number) { return strings.raw.join('_') + value + this.mark; }
    }
    class Derived extends Base {
      async hello(name: string) { return (await super.hello(name)) + '?'; }
      static async make() { const f = async () => (await super.make()) + '>derived'; return await f(); }
      async viaArrow() { const f = async (n: string) => { const g = async () => await super.hello(n); return await g(); }; return await f('arrow'); }
      async computed() { const key = 'mark'; const f = async () => super[key]; return await f(); }
      async assigns() { const f = async () => { super.level = 4; return this.stored; }; return await f(); }
      async optional() { const f = async () => [super.plain?.('a', 'b'), (super.nothing as any)?.(1), super.plain('c'), super.plain(...['d', 'e'])]; return await f(); }
      async tagged() { const f = async () => super.tag\`x\${1}y\`; return await f(); }
      inner = async () => super.plain('field');
    }
    const proto = { async greet() { return 'proto'; }, get word() { return 'word'; } };
    const object = { __proto__: proto, async greet() { const f = async () => super.word; return (await super.greet()) + '+' + (await f()); }, async *many() { yield await super.greet(); } };
    async function main() {
      const d = new Derived();
      console.log(await d.hello('x'), await Derived.make(), await d.viaArrow(), await d.computed(), await d.assigns(), await d.optional(), await d.tagged(), await d.inner());
      console.log(await (object as any).greet());
      for await (const x of (object as any).many()) console.log(x);
    }`,
  'arguments and new.target belong to the function around an arrow': `
    async function counts() { return arguments.length; }
    async function sum(a: number, b = 2) { return [arguments.length, a, b, ...arguments]; }
    function outer(...ignored: unknown[]) { return async () => { const inner = async () => arguments.length; return [arguments[0], await inner(), (() => arguments[1])(), { arguments }.arguments.length]; }; }
    function Maker(this: any) { this.made = async () => new.target === Maker; }
    const own = async () => (function () { return arguments.length; }).call(null, 1, 2, 3);
    async function main() {
      console.log(await counts(1, 2, 3), await sum(1), await sum(1, undefined, 3), await outer('a', 'b')(), await new (Maker as any)().made(), await own());
    }`,
  'arrows in the constructor of a derived class': `
    class Base { x = 1; get y() { return 2; } }
    class Derived extends Base {
      early; late;
      constructor() { const early = async () => { const deep = async () => this.x + super.y; return await deep(); }; super(); this.early = early; this.late = async () => this.x + 10; }
    }
    async function main() { const d = new Derived(); console.log(await d.early(), await d.late()); }`,
  'private methods and names': `
    class Secret {
      #value = 3; static #made = 0;
      async #get(extra = 1) { return this.#value + extra; }
      static async #count() { return ++Secret.#made; }
      async *#each() { yield this.#value; yield await this.#get(); }
      async sum() { let n = 0; for await (const x of this.#each()) n += x; return n + (await this.#get(10)); }
      async has(o: object) { return #value in o; }
      static async count() { await this.#count(); return await Secret.#count(); }
    }
    async function main() { const s = new Secret(); console.log(await s.sum(), await s.has(s), await s.has({}), await Secret.count()); }`,
  'methods with keys that are computed': `
    let made = 0; const key = () => 'k' + ++made; const fixed = 'fixed';
    class Class {
      async [key()](a: number) { return 'first ' + a; } static async [key()]() { return 'second'; }
      async [fixed]() { return 'fixed'; } async ['lit']() { return 'lit'; } async *[Symbol.asyncIterator]() { yield 1; yield 2; } async [\`tpl\`]() { return 'tpl'; }
      static async *[key()]() { yield 'third'; }
      async twice() { return 1; } async twice() { return 2; }
      async gone() { return 1; } gone = 'field';
    }
    class Sub extends Class { async ['k' + 1](a: number) { return (await super.k1(a)) + ' in sub'; } }
    async function main() {
      const c = new Class() as any;
      console.log(await c.k1(5), await (Class as any).k2(), await c.fixed(), await c.lit(), await c.tpl(), await c.twice(), c.gone, made, c.k1.length);
      console.log(await (new Sub() as any).k1(6));
      for await (const x of c) console.log(x);
      for await (const x of (Class as any).k3()) console.log(x);
      const o = { async [key()]() { return 'o'; }, async [\`a\${1}\`]() { return 'a1'; } } as any;
      console.log(await o.k4(), await o.a1(), Object.keys(o));
    }`,
  'a method called __proto__ is a property': `
    const object = { async __proto__() { return 1; } } as any;
    async function main() { console.log(Object.hasOwn(object, '__proto__'), await object.__proto__()); }`,
  'functions call themselves': `
    async function factorial(n: number): Promise<number> { return n < 2 ? 1 : n * (await factorial(n - 1)); }
    const fib = async function inner(n: number): Promise<number> { return n < 2 ? n : (await inner(n - 1)) + (await inner(n - 2)); };
    const even = async (n: number): Promise<boolean> => n === 0 || (await odd(n - 1)), odd = async (n: number): Promise<boolean> => n !== 0 && (await even(n - 1));
    async function main() {
      console.log(await factorial(10), await fib(10), await even(10), (async function own() { return typeof own; }).name);
      console.log(await (async function own(n: number): Promise<string> { const f = own; return n > 0 ? await f(0) : typeof own; })(1));
    }`,
  'parameters: defaults, patterns, rest': `
    async function f(a: number, { b, c: [d = 4, ...e] = [5] }: any = { b: 2 }, g = a + b, h = () => a, ...rest: number[]) { return [a, b, d, e, g, h(), rest]; }
    const arrow = async ([x, y = x]: number[], { z = y, ...w }: any = {}) => ({ x, y, z, w });
    const shadows = async (a: number, b = () => a) => { var a = 9; return [a, b()]; };
    async function main() { console.log(await f(1), await f(1, { b: 3, c: [6, 7, 8] }, 9, () => 10, 11, 12), await arrow([1]), await arrow([1, 2], { q: 4 }), await shadows(1)); }`,
  'closures in loops each have their own variable': `
    async function main() {
      const all: (() => Promise<number>)[] = [];
      for (let i = 0; i < 3; i++) all.push(async () => i);
      for (const x of [10, 20]) all.push(async () => { await sleep(0); return x; });
      for (let i = 0; i < 2; i++) { async function f() { return i + 100; } all.push(f); }
      for (const f of all) console.log(await f());
    }`,
  'labelled loops': `
    async function main() {
      outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (await sleep(0, j === 1)) continue outer; if (await sleep(0, i === 2)) break outer; console.log(i, j); } }
      block: { if (await sleep(0, true)) break block; console.log('never'); }
      let n = 0; do { n += await sleep(0, 1); } while (await sleep(0, n < 3));
      while (await sleep(0, n-- > 0)) console.log(n);
    }`,
  'for await: to the end, break, continue, return, throw': `
    async function* count(n: number) { try { for (let i = 0; i < n; i++) yield i; } finally { await sleep(0); console.log('closed'); } }
    async function find(n: number) { for await (const x of count(5)) { if (x === n) return 'found ' + x; } return 'none'; }
    async function main() {
      for await (const x of count(2)) console.log(x);
      for await (const x of count(5)) { if (x === 1) continue; if (x === 3) break; console.log(x); }
      console.log(await find(1), await find(9));
      try { for await (const x of count(5)) throw new Error('at ' + x); } catch (error) { console.log((error as Error).message); }
      outer: for await (const x of count(3)) { for await (const y of count(3)) { if (y === 1) continue outer; if (x === 1) break outer; console.log(x, y); } }
      let z; for await (z of count(1)); console.log(z);
      for await (const { a, b = 2 } of (async function* () { yield { a: 1 }; })()) console.log(a, b);
    }`,
  'for await: a source that fails': `
    async function* fails() { yield 1; throw new Error('source'); }
    const broken = { [Symbol.asyncIterator]() { return { next: async () => ({ done: false, value: 1 }), return: async () => { throw new Error('close'); } }; } };
    async function main() {
      try { for await (const x of fails()) console.log(x); } catch (error) { console.log((error as Error).message); }
      try { for await (const x of broken) throw new Error('body'); } catch (error) { console.log((error as Error).message); }
      try { for await (const x of broken) break; } catch (error) { console.log((error as Error).message); }
    }`,
  'closures over a for await variable': `
    async function* count() { yield 1; yield 2; yield 3; }
    async function main() { const all: (() => number)[] = []; for await (const x of count()) all.push(() => x); console.log(all.map((f) => f())); }`,
  'async generators: yield, yield*, return, finally, send and throw': `
    async function* inner() { try { const got = yield 'a'; console.log('got', got); yield 'b'; return 'result'; } finally { console.log('inner closed'); } }
    async function* outer() { const result = yield* inner(); yield result; yield* [1, 2]; yield await sleep(0, 'awaited'); }
    const expression = async function* own(n: number): AsyncGenerator<number> { if (n > 0) { yield n; yield* own(n - 1); } };
    const object = { async *each() { yield* outer(); }, base: 3, async *mine() { yield this.base; yield* [arguments.length]; } };
    class Class { static async *still() { yield 'still'; } async *own() { const f = async () => this.value; yield await f(); } value = 9; }
    async function collect(it: AsyncIterable<unknown>) { const all = []; for await (const x of it) all.push(x); return all; }
    async function main() {
      console.log(await collect(outer()), await collect(expression(3)), await collect(object.each()), await collect((object as any).mine(1, 2)), await collect(Class.still()), await collect(new Class().own()));
      const it = outer(); console.log(await it.next(), await it.next('sent' as never), await it.return('early' as never), await it.next());
      const failing = (async function* () { try { yield 1; } catch (error) { yield 'caught ' + (error as Error).message; } })();
      await failing.next(); console.log(await failing.throw(new Error('thrown')), await failing.next());
    }`,
  'await in every kind of expression': `
    const v = async <T>(x: T): Promise<T> => x;
    async function main() {
      const o: any = { n: 1, f: async (x: number) => ({ x }), g: (...xs: number[]) => xs.length };
      console.log(await v(await v(await v(1))), (await v(2)) ** (await v(3)), -(await v(4)), !(await v(false)), typeof (await v('')), void (await v(0)));
      console.log(\`a\${await v(1)}b\${await v(\`c\${await v(2)}\`)}\`, [await v(1), ...(await v([2, 3])), await v(4)], { [await v('k')]: await v(5), ...(await v({ l: 6 })) });
      console.log((await v(o)).n, (await v(o))?.n, (await v(null as any))?.n.m, (await o.f(7)).x, await (await v(o)).f(8), (await v(o)).g(await v(1), ...(await v([2, 3]))));
      console.log((await v(true)) ? await v('yes') : await v('no'), (await v(0)) || (await v('or')), (await v(1)) && (await v('and')), (await v(null)) ?? (await v('nullish')), (await v(1), await v('comma')));
      console.log((await v(1)) < (await v(2)), 'n' in (await v(o)), (await v([])) instanceof Array, new (await v(Map))([[1, 2]]).size, await v(1) + await v(2));
      o.n += await v(10); o[await v('m')] = await v(11); const { n, [await v('m')]: m = await v(0), z = await v(12) } = await v(o); let q; [q = await v(1)] = await v([]); console.log(n, m, z, q, o.n++, delete o[await v('n')]);
      const tag = (s: TemplateStringsArray, ...xs: unknown[]) => s.raw.join('|') + xs.join(); console.log(tag\`x\${await v(1)}y\${await v(2)}\`, await (async () => await v('iife'))());
      class Inner extends (await v(Array)) { static [await v('s')] = 1; async [await v('m')]() { return 'method'; } }
      console.log((Inner as any).s, await (new Inner() as any).m(), /x/.test(await v('x')), await (0, v)(1), (await v((x: number) => x * 2))(21));
      for (let i = await v(0); i < (await v(2)); i += await v(1)) console.log(i);
      for (const x of await v([1])) console.log(x); for (const k in await v({ key: 1 })) console.log(k);
      if (await v(true)) console.log('if'); else console.log(await v('else')); return await v('done');
    }`,
  'try, catch, finally, switch, throw': `
    async function fails(text: string) { await sleep(0); throw new Error(text); }
    async function order() { try { await sleep(0); return 'try'; } finally { await sleep(0); console.log('finally'); } }
    async function replaced() { try { return 'try'; } finally { return 'finally'; } }
    async function main() {
      try { await fails('a'); } catch (error) { console.log((error as Error).message, await sleep(0, 'in catch')); } finally { console.log(await sleep(0, 'in finally')); }
      console.log(await order(), await replaced());
      try { try { await fails('b'); } finally { await sleep(0); console.log('inner'); } } catch ({ message }: any) { console.log(message); }
      try { throw await sleep(0, new Error('awaited')); } catch { console.log('caught'); }
      switch (await sleep(0, 2)) { case await sleep(0, 1): console.log(1); case await sleep(0, 2): console.log(2); case 3: console.log(await sleep(0, 3)); break; default: console.log('never'); }
    }`,
  'defaults of nested functions, class fields and static blocks': `
    class Class {
      now = (async () => 'field')(); static made = (async () => 'static')(); static set: Promise<string>; static { this.set = (async () => 'block ' + (this === Class))(); }
      ['computed' + 1] = async () => typeof this.now; #hidden = async (x = async () => this) => await x(); async reveal() { return (await this.#hidden()) === this; }
    }
    function late(f = async () => 'default', g = { async m() { return await f(); } }) { return g.m(); }
    async function main() { const c = new Class() as any; console.log(await c.now, await Class.made, await Class.set, await c.computed1(), await c.reveal(), await late()); }`,
  'using and await using': `
    const log = (name: string) => ({ name, [Symbol.dispose]() { console.log('dispose', name); } });
    const later = (name: string) => ({ name, async [Symbol.asyncDispose]() { await sleep(0); console.log('async dispose', name); } });
    async function works() { using a = log('a'); await using b = later('b'); using n = null; await using c = log('c'); console.log(a.name, b.name, c.name); await sleep(0); return 'returned'; }
    async function loops() { for (using x of [log('x'), log('y')]) { if (x.name === 'y') break; } for (await using z of [later('z')]) console.log(z.name); }
    async function fails() { await using a = later('f'); using b = { [Symbol.dispose]() { throw new Error('late'); } }; throw new Error('body'); }
    async function* generates() { await using a = later('g'); yield 1; yield 2; }
    function plain() { using p = log('p'); return 'plain'; }
    async function main() {
      console.log(await works(), plain()); await loops();
      try { await fails(); } catch (error: any) { console.log(error.error.message, error.suppressed.message); }
      for await (const x of generates()) { console.log(x); break; }
      try { using x = {} as any; } catch (error) { console.log(error instanceof TypeError); }
    }`,
  'the syntax of TypeScript goes away': `
    enum Color { Red, Green = 5, Blue } const enum Size { Small = 'S' }
    namespace Space { export const value = 3; export async function later() { return value; } export const arrow = async () => value + 1; }
    interface Shape { area(): number } type Alias = Shape | undefined; declare const nothing: number; abstract class Abstract { abstract run(): Promise<number>; protected async go(): Promise<number> { return await this.run(); } }
    class Concrete extends Abstract implements Shape { constructor(private readonly n: number, public m = 2) { super(); } area() { return this.n * this.m; } override async run(): Promise<number> { return this.area(); } async start(this: Concrete) { return await this.go(); } declare ghost: string; accessor auto = 4; }
    function over(x: number): number; function over(x: string): string; function over(x: any) { return x; }
    async function generic<T extends object, const U = T>(x: T, y?: U): Promise<[T, U | undefined]> { return [x, y]; }
    const data = { a: 1 } satisfies Record<string, number>; const sure = data!.a as unknown as number; const cast = <number>sure;
    async function main() { console.log(Color.Green, Color[6], Size.Small, Space.value, await Space.later(), await Space.arrow(), await new Concrete(3).start(), new Concrete(1).auto, over(1), await generic<{ q: number }>({ q: 1 }), sure, cast); }`,
  'decorators see the async method': `
    function twice(method: any, context: any) { return async function (this: unknown, ...args: unknown[]) { return [context.name, context.kind, await method.apply(this, args), await method.apply(this, args)]; }; }
    function keep(value: any, context: any) { console.log(context.kind, String(context.name), typeof value); }
    @keep class Class { n = 0; @twice async next(by: number) { return (this.n += by); } @keep static async still() { return 'still'; } @keep field = 1; @keep async #own() { return 'own'; } async open() { return await this.#own(); } }
    async function main() { const c = new Class(); console.log(await c.next(2), await Class.still(), await c.open()); }`,
  'names that are like ours': `
    const $runtime = 1, $co = 2, $at = 3, $c0 = 4, f$gen = 5, $require = 6, $exports = 7, $module = 8, $mark = 9, $fn = 10, $arrow = 11, __async = 12, __await = 13, __forAwait = 14, $c = 15, $super = 16, $arguments = 17, __using = 18, __callDispose = 19;
    class Object {} class Proxy {} class TypeError {}
    async function f(_1: number, $gen: number) { const g = async () => [_1, $gen, $co, $at, f$gen, arguments.length]; return await g(); }
    class Base { async m() { return 'm'; } } class Sub extends Base { async m() { const a = async () => await super.m(); return await a(); } async #m$gen() { return 1; } async #m() { return 2; } async both() { return [await this.#m(), await this.#m$gen()]; } }
    async function* items() { yield $runtime; yield* [__forAwait]; }
    async function main() {
      const yielded = []; for await (const x of items()) yielded.push(x);
      console.log(await f(1, 2), await new Sub().m(), await new Sub().both(), yielded, [$require, $exports, $module, $mark, $fn, $arrow, __async, __await, $c, $c0, $super, $arguments, __using, __callDispose]);
      { using x = { [Symbol.dispose]() { console.log('disposed'); } }; }
    }`,
  'a parameter or variable that hides an import or a function': `
    async function sleepy(sleep: number) { return sleep; }
    async function outer() { const gather = async () => 'mine'; return await gather(); }
    async function f() { return 'outer'; }
    async function main() { console.log(await sleepy(3), await outer()); { async function f() { return 'inner'; } console.log(await f()); } console.log(await f()); const g = f; async function once() { return 1; } console.log(await g(), await once()); }`,
  'objects and comments in the bodies of arrows': `
    const object = async () => ({ a: 1 }), sequence = async () => (1, 2), nothing = async () => {}, nested = async () => async () => async () => 'deep', commented = async (/* => */ x = '=>' /* ) */) => /* => */ x;
    const curried = (a: number) => async (b: number) => (c: number) => a + b + c, conditional = async (x: boolean) => x ? { yes: 1 } : [2];
    async function main() { console.log(await object(), await sequence(), await nothing(), await (await (await nested())())(), await commented(), (await curried(1)(2))(3), await conditional(true), await conditional(false)); }`,
  'errors of a function are raised where it is awaited': `
    class Own extends Error { override name = 'Own'; }
    async function fails() { throw new Own('mine'); }
    async function passes() { return await fails(); }
    async function main() { try { await passes(); } catch (error) { console.log(error instanceof Own, (error as Own).name, (error as Own).message); } }`,
  'gather gives results in order': `
    async function f(n: number) { await sleep(0.01 * n); return n; }
    async function main() { console.log(await gather(f(3), f(1), f(2)), await gather(...[1, 2].map(async (x) => x * 2))); }`,
  'unicode names and texts': `
    const größe = async (naïve = 'é😀') => naïve; class Ünï { async 方法() { return '方法 -->'; } }
    async function ñ() { return '<!-- import(x) eval(y) \\u{1F600}'; }
    async function main() { console.log(await größe(), await new Ünï().方法(), await ñ(), größe.name, ñ.name); }`,
  'generators of the program are its own': `
    function* plain() { const got = yield 1; yield* [got, 3]; }
    const object = { *each() { yield this; } };
    async function main() { const it = plain(); console.log(it.next(), it.next(2), it.next(), [...object.each()].length); const all = []; for (const x of plain()) all.push(await sleep(0, x)); console.log(all); }`,
};

/** The whole program of a corpus entry. */
export const programOf = (body: string): string => `import { run, sleep, gather } from 'asyncio';\n${body}\nrun(main());\n`;
