// tries: to end its own worker, its frame or the page
// must: end finished
// must: print closed: nothing
const found: string[] = [];
for (const attempt of [
  () => close(),
  () => self.close(),
  () => window.close(),
  () => parent.close(),
  () => process.exit(0),
  () => process.kill(process.ppid),
  () => process.abort(),
  () => frameElement.remove(),
  () => document.write(''),
  () => alert(1),
  () => print(),
])
  try {
    attempt();
    found.push(String(attempt));
  } catch {}
console.log('closed:', found.join(' ') || 'nothing');
