// tries: to have the page read its errors, names and warnings as HTML, or as Markdown
// must: end raised anything
// must: say onerror
import { createTask, run, sleep } from 'asyncio';

const html = '<img src="SERVER" onerror="alert(1)">`<b>`![x](SERVER)[y](javascript:alert(1))';
const Odd = { [html]: class extends Error {} }[html];
const lost = { [html]: async () => {} }[html];
async function main() {
  lost();
  createTask(sleep(1), { name: html });
  throw new Odd(html);
}
run(main());
