// tries: to ask for more memory than there is, at once
// must: end raised RangeError
new ArrayBuffer(2 ** 50);
