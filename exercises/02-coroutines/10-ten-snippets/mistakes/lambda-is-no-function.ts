// fails: what stands inside an inner function is judged right
// says: there is no `async` one
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'OK',
  d: 'OK',
  e: 'SyntaxError',
  f: 'OK',
  g: 'SyntaxError',
  h: 'OK',
  i: 'SyntaxError',
  j: 'OK',
};
