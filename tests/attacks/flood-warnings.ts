// tries: to fill the record with warnings
// must: end finished
async function nobody() {}
for (let i = 0; i < 50_000; i += 1) nobody();
