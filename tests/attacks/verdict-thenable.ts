// tries: to pass by returning something that resolves to whatever one wants
// must: be judged failed or error by tasks/fetch-all
export function makeRequests() {
  return { then: (resolve: any) => resolve(new Proxy([], { get: () => true })) };
}
export async function getRequest() {}
