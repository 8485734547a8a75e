// tries: to have a text evaluated where its own names are
// must: end refused
// must: say there is no `eval` here
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
console.log(eval('typeof $runtime'));
