// fails: what stands around an await, an async for or a yield is judged right
// says: A plain function may make a coroutine object
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'OK',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'OK',
  g: 'SyntaxError',
  h: 'SyntaxError',
  i: 'SyntaxError',
  j: 'OK',
};
