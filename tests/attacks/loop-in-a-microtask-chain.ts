// tries: to go on for ever in the host's own microtasks, with a native promise made from text
// must: end finished or raised TypeError or raised EvalError or raised SyntaxError
// must: print the program ended
// @ts-nocheck
/* eslint-disable */
console.log('the program ended');
const native = new Function('return (async () => 1)()')();
const again = () => native.then(again);
again();
