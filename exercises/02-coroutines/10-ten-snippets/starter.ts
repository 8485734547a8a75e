// TODO: 'OK' or 'SyntaxError' for each of the ten snippets
export const answers: Record<string, string> = {
  a: '?',
  b: '?',
  c: '?',
  d: '?',
  e: '?',
  f: '?',
  g: '?',
  h: '?',
  i: '?',
  j: '?',
};
