// tries: to fill the memory with one printed text
// must: end memory or wall-clock or raised RangeError or output
let text = 'x\n';
for (;;) {
  text += text;
  console.log('%s %s %s', text, text, text);
}
