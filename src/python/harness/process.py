"""Runs one program after another in one interpreter, each as if it were a process of its own: `run_program(…)`.

All modules that came with the program are forgotten after it, asyncio above all, so that the next one imports them anew; their compiled code is kept,
which makes that quick. The modules that stay have the names afterwards that they had before.
"""
import contextlib
import contextvars
import gc
import importlib
import io
import json
import linecache
import os
import shutil
import sys
import types
import zipimport

OWN = ('asyncio', '_asyncio', 'record', 'watch', 'places', 'texts', 'errors', 'virtual_loop', 'probes', 'random')
HOME = '/program'
PATH = list(sys.path)

_codes = {}
_module_code = zipimport._get_module_code


def _kept_code(importer, name):
    """The compiled code of a module of the standard library, which comes as source in a zip: compiled once."""
    if name not in _codes:
        _codes[name] = _module_code(importer, name)
    return _codes[name]


zipimport._get_module_code = _kept_code


def forget(keep):
    for name in list(sys.modules):
        if name not in keep or name.partition('.')[0] in OWN:
            del sys.modules[name]


forget(sys.modules.keys())
_KEPT = set(sys.modules)
_NAMES = {name: dict(vars(module)) for name, module in sys.modules.items()
          if type(module) is types.ModuleType and name not in ('__main__', __name__)}
_RECURSION = sys.getrecursionlimit()


def restore():
    """Puts back what a program has put elsewhere: `print`, `sys.path`, what it has set in any module that stays."""
    for name, before in _NAMES.items():
        names = vars(sys.modules[name])
        for new in names.keys() - before.keys():
            del names[new]
        names.update(before)
    sys.path[:] = PATH
    sys.settrace(None)
    sys.setprofile(None)
    sys.setrecursionlimit(_RECURSION)
    gc.enable()
    os.chdir('/')


class Console(io.TextIOBase):
    """Standard output: one event a line, and everything in `screen`. A line that does not end is told in pieces."""
    LONGEST = 100_000

    def __init__(self, screen, tell):
        self.screen, self.tell, self.begun = screen, tell, ''

    def write(self, text):
        self.screen.write(text)
        *lines, self.begun = (self.begun + text).split('\n')
        for line in lines:
            self.tell(line)
        if len(self.begun) > self.LONGEST:
            self.end()
        return len(text)

    def end(self):
        line, self.begun = self.begun, ''
        if line:
            self.tell(line)


def run_program(source, file, modules, accelerated):
    """`modules`: JSON, Python files that the program may import, by file name.

    @returns JSON: events, what the terminal would show, and the error that ended the program, if one did"""
    return _as_process(accelerated, _run_bare, source, file, json.loads(modules))


def record_program(source, file, limits, on_line, on_steps):
    """Runs a program for a whole record (watch.py). `limits`: JSON; `on_line` hears each printed line as JSON, `on_steps` from time to time how many steps of
    the loop were taken.

    @returns JSON"""
    return _as_process(False, _run_watched, source, file, json.loads(limits), on_line, on_steps)


def _as_process(accelerated, run, *args):
    forget(_KEPT)
    gc.collect()
    if not accelerated:
        sys.modules['_asyncio'] = None                  # asyncio then takes its Task and Future written in Python
    main, hooks = sys.modules['__main__'], sys.get_asyncgen_hooks()
    try:
        return contextvars.Context().run(run, *args)
    finally:
        restore()
        sys.modules['__main__'] = main
        sys.set_asyncgen_hooks(*hooks)
        forget(_KEPT)


def _run_bare(source, file, modules):
    import errors
    import record
    screen = io.StringIO()
    console = Console(screen, record.printed)
    error = None
    with _program(source, file, modules, console, screen) as start:
        try:
            start()
        except SystemExit:
            pass
        except BaseException as raised:
            error = {'type': type(raised).__name__, 'text': str(raised)}
            screen.write(errors.printed(raised, file))
            del raised
    console.end()
    return json.dumps({'events': record.watch.events, 'screen': screen.getvalue(), 'error': error,
                       'seconds': round(record.clock.now(), 9), 'iterations': record.iteration}, ensure_ascii=False)


def _run_watched(source, file, limits, on_line, on_steps):
    import record
    import watch
    record.watch = seen = watch.Watch(source, file, limits, on_line, on_steps)
    console = Console(seen, record.printed)
    error = None
    with _program(source, file, {}, console, console) as start:
        on_steps(0)                                     # what it takes to begin is not the program's time
        try:
            start()
        except SystemExit as left:
            if left.code is not None and not isinstance(left.code, int):
                seen.say(f'{left.code}\n')
        except BaseException as raised:
            error = seen.failed(raised)
            del raised
    console.end()
    return watch.as_json(seen.finish(error))


@contextlib.contextmanager
def _program(source, file, modules, out, err):
    """A process with the program in it. Gives what starts it; afterwards all that it held is let go."""
    import probes
    import record
    record.program = file
    probes.install()
    sys.stdout, sys.stderr, sys.argv = out, err, [file]
    shutil.rmtree(HOME, ignore_errors=True)
    os.mkdir(HOME)
    os.chdir(HOME)
    sys.path.insert(0, HOME)
    for name, text in {**modules, file: source}.items():
        with open(name, 'w') as written:
            written.write(text)
    importlib.invalidate_caches()
    linecache.clearcache()
    main = types.ModuleType('__main__')
    main.__file__ = file
    sys.modules['__main__'] = main
    yield lambda: exec(compile(source, file, 'exec'), main.__dict__)
    main.__dict__.clear()
    del sys.modules['__main__']
    gc.collect()
