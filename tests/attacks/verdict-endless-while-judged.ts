// tries: to run for ever when its answer is looked at, after the run
// must: be judged stopped by tasks/fetch-all
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
export async function getRequest() {}
export async function makeRequests() {
  return new Proxy([], {
    get() {
      for (;;) {}
    },
  });
}
