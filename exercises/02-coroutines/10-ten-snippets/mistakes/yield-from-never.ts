// fails: what stands inside an inner function is judged right
// says: it is an ordinary generator function
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'OK',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'OK',
  g: 'SyntaxError',
  h: 'OK',
  i: 'SyntaxError',
  j: 'SyntaxError',
};
