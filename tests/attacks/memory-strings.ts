// tries: to fill the memory with ever longer texts, all of them really there
// must: end memory or wall-clock
const all: string[] = [];
for (let i = 0; ; i += 1) all.push(String(i).repeat(1e6).replace('0', 'x').split('').reverse().join(''));
