const marks = '+-+--+-+-+';
export const answers: Record<string, string> = {};
for (let n = 0; n < marks.length; n++) answers['abcdefghij'[n]!] = marks[n] === '+' ? 'OK' : 'SyntaxError';
