// fails: what stands around an await, an async for or a yield is judged right
// says: 'async for' outside async function
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'OK',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'OK',
  g: 'OK',
  h: 'OK',
  i: 'SyntaxError',
  j: 'OK',
};
