// tries: to mark exercises as solved, or to empty drafts, in the storage of the page
// must: end finished
// must: print changed: nothing
const found: string[] = [];
for (const attempt of [
  () => localStorage.clear(),
  () => localStorage.setItem('loopwise:exercise:tasks/fetch-all', '{}'),
  () => parent.localStorage.clear(),
  () => top.document.querySelectorAll('.cm-content').forEach((one) => one.remove()),
  () => (document.cookie = 'x=y'),
  () => indexedDB.deleteDatabase('loopwise'),
  () => caches.delete('x'),
  () => navigator.serviceWorker.getRegistrations(),
])
  try {
    attempt();
    found.push(String(attempt));
  } catch {}
console.log('changed:', found.join(' ') || 'nothing');
