// tries: to run for ever inside a generator that a spread goes through
// must: end turns or wall-clock
function* forever() {
  for (;;) if (Math.abs(-1) === 2) yield 1;
}
console.log([...forever()]);
