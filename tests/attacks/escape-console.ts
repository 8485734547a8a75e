// tries: to get at the recorder through what is handed to console.log: getters, proxies, conversions, symbols
// must: end finished
// must: print called: nothing
const called: string[] = [];
const note = (name: string) => () => (called.push(name), name);
const bait: any = {
  get getter() {
    return note('getter')();
  },
  toString: note('toString'),
  valueOf: note('valueOf'),
  toJSON: note('toJSON'),
  inspect: note('inspect'),
  [Symbol.toPrimitive]: note('toPrimitive'),
  [Symbol.iterator]: note('iterator'),
  [Symbol.for('nodejs.util.inspect.custom')]: note('custom inspect'),
  get [Symbol.toStringTag]() {
    return note('toStringTag')();
  },
};
class Liar extends Error {
  get message() {
    return note('message')();
  }
  get name() {
    return note('name')();
  }
  get stack() {
    return note('stack')();
  }
}
const error = new Liar();
console.log(bait, [bait], new Map([[bait, bait]]), new Set([bait]), { error }, error);
console.log('%s %d %i %f %j %o', bait, bait, bait, bait, bait, bait);
console.log('called:', called.join(' ') || 'nothing');
