// fails: what stands inside an inner function is judged right
// says: What counts is the innermost function around the `await`
// says: CPython refused it: SyntaxError: 'await' outside async function
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'OK',
  d: 'SyntaxError',
  e: 'OK',
  f: 'OK',
  g: 'SyntaxError',
  h: 'OK',
  i: 'SyntaxError',
  j: 'SyntaxError',
};
