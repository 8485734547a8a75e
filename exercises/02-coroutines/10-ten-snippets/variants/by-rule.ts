// Two rules, and the letters that break one.
const OK = 'OK';
const SyntaxError = 'SyntaxError';
const answers: Record<string, string> = { a: OK, c: OK, f: OK, h: OK, j: OK };
for (const letter of ['d', 'e', 'g', 'i']) answers[letter] = SyntaxError; // no `async def` right around it
answers['b'] = SyntaxError; // a value from an async generator
export { answers };
