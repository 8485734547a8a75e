// fails: what an async generator returns is judged right
// says: 'return' with value in async generator
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'OK',
  c: 'OK',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'OK',
  g: 'SyntaxError',
  h: 'OK',
  i: 'SyntaxError',
  j: 'OK',
};
