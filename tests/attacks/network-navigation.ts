// tries: to take the frame or the page somewhere else, with something in the address
// must: end finished
// must: print went: nowhere
const url = 'SERVER?secret';
const found: string[] = [];
for (const attempt of [
  () => {
    location.href = url;
    return 1;
  },
  () => {
    location.assign(url);
    return 1;
  },
  () => {
    self.location = url;
    return 1;
  },
  () => {
    top.location = url;
    return 1;
  },
  () => {
    parent.location.replace(url);
    return 1;
  },
  () => {
    return open(url);
  },
  () => {
    return window.open(url);
  },
  () => {
    history.pushState({}, '', url);
    return 1;
  },
  () => {
    document.location = url;
    return 1;
  },
  () => {
    return clients.openWindow(url);
  },
])
  try {
    if (attempt() !== undefined) found.push(String(attempt));
  } catch {}
console.log('went:', found.join(' ') || 'nowhere');
