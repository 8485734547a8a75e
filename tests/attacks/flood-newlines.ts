// tries: to print a million lines with one call
// must: end output
console.log('\n'.repeat(1e6));
