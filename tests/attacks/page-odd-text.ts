// tries: to break the page with characters that turn, hide or split text
// must: end finished
// must: print done
console.log(
  '\u202Eturned',
  '\u0000nul',
  '\uD800 half',
  '\u001B[2J\u001B[H\u001B]0;title\u0007',
  '\uFEFF',
  '\u2028\u2029',
  'x\u0300'.repeat(500),
);
console.log('a\rb\fc\vd\be');
console.log('done');
