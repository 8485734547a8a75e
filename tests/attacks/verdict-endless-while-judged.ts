// tries: to run for ever when its answer is looked at, after the run
// must: be judged stopped by tasks/fetch-all
export async function getRequest() {}
export async function makeRequests() {
  return new Proxy([], {
    get() {
      for (;;) {}
    },
  });
}
