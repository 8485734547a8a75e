// tries: to have a text evaluated where its own names are
// must: end refused
// must: say there is no `eval` here
console.log(eval('typeof $runtime'));
