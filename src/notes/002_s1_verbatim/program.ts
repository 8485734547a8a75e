// @ts-expect-error: nobody defines it, and the type checker says so before Python would
if (ioBound) {
  // @ts-expect-error: nor this
  if (ioVerySlow) {
    console.log('Use Asyncio');
  } else {
    console.log('Use Threads');
  }
} else {
  console.log('Multi Processing');
}

export {};
