// tries: to leave the grader without an answer
// must: be judged stopped by tasks/fetch-all
// @ts-nocheck
/* eslint-disable */
export async function getRequest() {}
export async function makeRequests() {
  for (;;) {}
}
