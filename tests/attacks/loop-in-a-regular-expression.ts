// tries: to keep the engine itself busy with a regular expression that backtracks for ever
// must: end wall-clock
console.log(/^(a+)+$/.test('a'.repeat(60) + '!'));
