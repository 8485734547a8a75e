// fails: what an async generator returns is judged right
// says: An async generator may end early
export const answers: Record<string, string> = {
  a: 'SyntaxError',
  b: 'SyntaxError',
  c: 'OK',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'OK',
  g: 'SyntaxError',
  h: 'OK',
  i: 'SyntaxError',
  j: 'OK',
};
