// tries: to have the page read what it prints as HTML
// must: end finished
// must: print <img src="SERVER" onerror="alert(1)">
console.log('<img src="SERVER" onerror="alert(1)">');
console.log(
  '<script src="SERVER"></script><iframe src="SERVER"></iframe><style>@import "SERVER"; body { display: none }</style>',
);
console.log('<base href="SERVER"><meta http-equiv="refresh" content="0;url=SERVER"><link rel="prefetch" href="SERVER">');
console.log(']]></script><svg onload="fetch(`SERVER`)">');
