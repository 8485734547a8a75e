// tries: to speak to the page itself: to end its own run with a record of its own, or a verdict
// must: end finished
// must: print sent: nothing
const found: string[] = [];
const answer = {
  type: 'record',
  json: JSON.stringify({
    version: 1,
    outcome: 'finished',
    elapsed: 0,
    iterations: 0,
    output: [],
    events: [],
    tasks: [],
    warnings: [],
  }),
};
for (const attempt of [
  () => postMessage(answer),
  () => self.postMessage(answer),
  () => parent.postMessage(answer, '*'),
  () => top.postMessage(answer, '*'),
  () => process.send(answer),
  () => onmessage({ data: answer }),
  () => dispatchEvent(new MessageEvent('message', { data: answer })),
  () => new MessageChannel().port1.postMessage(answer),
  () => new BroadcastChannel('x').postMessage(answer),
  () => opener.postMessage(answer, '*'),
  () => post(answer),
  () => port.postMessage(answer),
])
  try {
    attempt();
    found.push(String(attempt));
  } catch {}
console.log('sent:', found.join(' ') || 'nothing');
