// tries: to make a verdict so big that the page cannot read it, by printing in every test
// must: be judged failed or stopped by tasks/fetch-all
// must: say more than 1000 lines
const shout = () => {
  for (let i = 0; i < 5000; i += 1) console.log('x'.repeat(5000));
};
export async function getRequest() {}
export async function makeRequests() {
  shout();
  return [];
}
