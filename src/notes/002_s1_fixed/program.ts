function choose(ioBound: boolean, ioVerySlow: boolean) {
  if (ioBound) {
    if (ioVerySlow) {
      console.log('Use Asyncio');
    } else {
      console.log('Use Threads');
    }
  } else {
    console.log('Multi Processing');
  }
}
for (const ioBound of [true, false]) {
  for (const ioVerySlow of [true, false]) {
    choose(ioBound, ioVerySlow);
  }
}

export {};
