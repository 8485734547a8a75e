// tries: to store something, or to read what others have stored
// must: end finished
// must: print stored: nothing
const found: string[] = [];
for (const attempt of [
  () => {
    return indexedDB.open('x');
  },
  () => {
    return localStorage;
  },
  () => {
    return sessionStorage.setItem('x', 'y');
  },
  () => {
    return document.cookie;
  },
  () => {
    return caches.open('x');
  },
  () => {
    return navigator.storage.getDirectory();
  },
  () => {
    return cookieStore.getAll();
  },
  () => {
    return new BroadcastChannel('x');
  },
  () => {
    return navigator.locks.request('x', () => 1);
  },
  () => {
    return new FileReaderSync();
  },
  () => {
    return globalThis.require('fs').readdirSync('/');
  },
  () => {
    return process.env;
  },
])
  try {
    if (attempt() !== undefined) found.push(String(attempt));
  } catch {}
console.log('stored:', found.join(' ') || 'nothing');
