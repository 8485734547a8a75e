// tries: to leave the grader without an answer
// must: be judged stopped by tasks/fetch-all
export async function getRequest() {}
export async function makeRequests() {
  for (;;) {}
}
