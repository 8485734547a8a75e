// tries: to have the page read what a hidden test says of it as HTML
// must: be judged failed by tasks/fetch-all
// must: say onerror
export async function getRequest() {}
export async function makeRequests() {
  console.log('<img src="SERVER" onerror="alert(1)">');
  return ['<img src="SERVER" onerror="alert(1)">', '<script src="SERVER"></script>'];
}
