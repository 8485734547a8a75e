// tries: to run for ever inside a proxy's trap while its value is being printed
// must: end turns or wall-clock
console.log(
  new Proxy(
    {},
    {
      ownKeys() {
        for (;;) {}
      },
    },
  ),
);
