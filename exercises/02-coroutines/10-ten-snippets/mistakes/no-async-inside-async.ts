// fails: what stands inside an inner function is judged right
// says: Each of the two awaits
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'OK',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'SyntaxError',
  g: 'SyntaxError',
  h: 'OK',
  i: 'SyntaxError',
  j: 'OK',
};
