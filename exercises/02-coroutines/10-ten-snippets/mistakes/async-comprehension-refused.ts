// fails: what stands around an await, an async for or a yield is judged right
// says: A comprehension belongs to the function around it
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'SyntaxError',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'OK',
  g: 'SyntaxError',
  h: 'OK',
  i: 'SyntaxError',
  j: 'OK',
};
