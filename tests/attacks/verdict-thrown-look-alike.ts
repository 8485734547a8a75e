// tries: to pass by throwing what looks like the grader's own findings
// must: be judged failed by tasks/fetch-all
// must: say TestFailure: all is well
class TestFailure extends Error {
  state = 'passed';
  outcome = 'passed';
  failure = undefined;
  override name = 'TestFailure';
}
export async function getRequest() {}
export async function makeRequests() {
  throw new TestFailure('all is well');
}
