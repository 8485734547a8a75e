// tries: to catch the error that ends a program of too many lines, and to go on
// must: end output or turns or wall-clock
for (let i = 0; ; i += 1) {
  try {
    console.log('line', i);
  } catch {}
}
