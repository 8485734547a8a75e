"""Runs one program after another in one interpreter, each as if it were a process of its own: `run_program(…)`.

All modules that came with the program are forgotten after it, asyncio above all, so that the next one imports them anew; their compiled code is kept,
which makes that quick.
"""
import contextvars
import gc
import importlib
import io
import json
import linecache
import os
import shutil
import sys
import traceback
import types
import zipimport

OWN = ('asyncio', '_asyncio', 'record', 'virtual_loop', 'probes', 'random')
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


class Console(io.TextIOBase):
    """Standard output: one event a line, and everything in `screen`."""

    def __init__(self, screen, tell):
        self.screen, self.tell, self.begun = screen, tell, ''

    def write(self, text):
        self.screen.write(text)
        *lines, self.begun = (self.begun + text).split('\n')
        for line in lines:
            self.tell(line)
        return len(text)


def run_program(source, file, modules, accelerated):
    """`modules`: JSON, Python files that the program may import, by file name.

    @returns JSON: events, what the terminal would show, and the error that ended the program, if one did"""
    forget(_KEPT)
    gc.collect()
    if not accelerated:
        sys.modules['_asyncio'] = None                  # asyncio then takes its Task and Future written in Python
    saved = sys.stdout, sys.stderr, sys.argv, sys.modules['__main__']
    hooks = sys.get_asyncgen_hooks()
    try:
        return json.dumps(contextvars.Context().run(_run, source, file, json.loads(modules)), ensure_ascii=False)
    finally:
        sys.stdout, sys.stderr, sys.argv, sys.modules['__main__'] = saved
        sys.path[:] = PATH
        os.chdir('/')
        sys.set_asyncgen_hooks(*hooks)
        forget(_KEPT)


def _run(source, file, modules):
    import probes
    import record
    record.program = file
    probes.install()
    screen = io.StringIO()
    console = Console(screen, lambda line: record.tell('print', text=line, task=record.current_task()))
    sys.stdout, sys.stderr, sys.argv = console, screen, [file]
    shutil.rmtree(HOME, ignore_errors=True)
    os.mkdir(HOME)
    os.chdir(HOME)
    sys.path.insert(0, HOME)
    for name, text in {**modules, file: source}.items():
        with open(name, 'w') as out:
            out.write(text)
    importlib.invalidate_caches()
    linecache.clearcache()
    main = types.ModuleType('__main__')
    main.__file__ = file
    sys.modules['__main__'] = main
    error = None
    try:
        exec(compile(source, file, 'exec'), main.__dict__)
    except SystemExit:
        pass
    except BaseException as raised:
        error = {'type': type(raised).__name__, 'text': str(raised)}
        raised.__traceback__ = _of_program(raised.__traceback__, file)
        traceback.print_exception(raised, file=screen)
        del raised
    main.__dict__.clear()
    del sys.modules['__main__']
    gc.collect()
    if console.begun:
        console.write('\n')
    return {'events': record.events, 'screen': screen.getvalue(), 'error': error,
            'seconds': round(record.clock.now(), 9), 'iterations': record.iteration}


def _of_program(trace, file):
    """The traceback from the program's own first frame on."""
    while trace is not None and trace.tb_frame.f_code.co_filename != file:
        trace = trace.tb_next
    return trace
