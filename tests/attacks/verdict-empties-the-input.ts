// tries: to be right by changing what the test compares with: the list it is given
// must: be judged failed by tasks/fetch-all
export async function getRequest() {}
export async function makeRequests(urls: number[]) {
  urls.length = 0;
  Object.defineProperty(urls, 'map', { value: () => [] });
  return [];
}
