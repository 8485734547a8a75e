// fails: what stands around an await, an async for or a yield is judged right
// says: Only an asyncio REPL takes this
export const answers: Record<string, string> = {
  a: 'OK',
  b: 'SyntaxError',
  c: 'OK',
  d: 'SyntaxError',
  e: 'SyntaxError',
  f: 'OK',
  g: 'SyntaxError',
  h: 'OK',
  i: 'OK',
  j: 'OK',
};
