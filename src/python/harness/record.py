"""What a run tells: a clock, the events with their time and iteration, and values and callbacks as text that holds no address.

Whoever holds a run against its TypeScript twin gets the bare events, with values shown as the twin has them where the two languages cannot agree: a tuple as
a list, a whole float without its fraction. Whoever shows a run to a reader gets a whole record (watch.py). Imported anew for each program (process.py), so that
every counter begins again.
"""
import functools
import gc
import itertools
import re
import warnings

MAX_TEXT = 1000
MAX_SLEEP = 2**63 / 1e9                                 # seconds that CPython can count in nanoseconds


class Clock:
    """Virtual seconds. While a function runs in a virtual thread, `thread` is that thread's own time, and everybody reads that."""

    def __init__(self):
        self.loop = 0.0
        self.thread = None

    def now(self):
        return self.loop if self.thread is None else self.thread

    def block(self, seconds):
        """time.sleep: of the whole loop, or of a virtual thread."""
        if seconds != seconds:
            raise ValueError('Invalid value NaN (not a number)')
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        if seconds > MAX_SLEEP:
            raise OverflowError('timestamp too large to convert to C PyTime_t')
        if self.thread is None:
            tell('clock.block', seconds=seconds, by=current_task(), position=watch.here())
            self.loop += seconds
        else:
            self.thread += seconds


class Nobody:
    """Nobody asks for more than the bare events: what only a whole record has is None, and is left out."""
    whole = False

    def __init__(self):
        self.events = []
        self.keep = self.events.append

    def nothing(self, *_, **__):
        return None

    here = place = serial = only = more = step = created = ended = deadlock = line_of = log = turn = nothing

    def line(self, text):
        return text

    short = line

    def show_warning(self, given):
        warnings._showwarnmsg_impl(given)


clock = Clock()
watch = Nobody()                                        # a watch.Watch for a whole record
iteration = 0
program = None                                          # the program's file
ids = {'F': itertools.count(1), 'H': itertools.count(1)}
# Set by probes.py, which knows the asyncio of this program.
current_task = lambda: None                                             # noqa: E731
is_future = is_task = lambda value: False                               # noqa: E731


def new_id(kind):
    return f'{kind}{next(ids[kind])}'


def tell(name, **fields):
    """One event. Fields that are None are left out."""
    watch.keep({'t': round(clock.now(), 9), 'it': iteration, 'ev': name, **{key: value for key, value in fields.items() if value is not None}})


def printed(text):
    """One line of standard output."""
    tell('print', text=watch.line(text), task=current_task(), position=watch.here())


def label(future):
    """A task's name, a future's id."""
    if future is None:
        return None
    return future.get_name() if is_task(future) else getattr(future, 'own_id', f'<{type(future).__name__}>')


def without_addresses(text):
    return re.sub(r' at 0x[0-9a-fA-F]+', '', str(text)).replace('Task.__wakeup()', 'Task.task_wakeup()')    # as the Task written in C has it


def show(value):
    if watch.whole:
        return watch.show(value)
    text = _show(value)
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT - 1] + '…'


def _show(value):
    if isinstance(value, BaseExceptionGroup):
        return f'{type(value).__name__}({value.message!r}, [{_items(value.exceptions)}])'
    if isinstance(value, BaseException):
        return f'{type(value).__name__}({_items(value.args)})'
    if is_future(value):
        return label(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if type(value) in (list, tuple):
        return f'[{_items(value)}]'
    if isinstance(value, (set, frozenset)):
        return f'{{{_items(value)}}}' if value else 'set()'
    if type(value) is dict:
        return f'{{{", ".join(f"{_show(key)}: {_show(item)}" for key, item in value.items())}}}'
    if type(value).__repr__ is object.__repr__:
        return f'<{type(value).__name__} object>'
    if hasattr(value, '__code__'):
        return f'<function {value.__name__}>'
    return without_addresses(repr(value))


def _items(values):
    return ', '.join(map(_show, values))


def callback_name(callback, args=()):
    """`Task-1.step`, `Task-1.wakeup(F1)`, `gather._done_callback(Task-2)`: what a handle will call."""
    return watch.short(_callback_name(callback, args))


def _callback_name(callback, args):
    while isinstance(callback, functools.partial):
        args = callback.args + tuple(args)
        callback = callback.func
    owner = getattr(callback, '__self__', None)
    name = getattr(callback, '__name__', type(callback).__name__)
    if is_task(owner):
        step = name.replace('_Task__', '').lstrip('_')
        woken_by = f'({label(args[0])})' if args and is_future(args[0]) else ''
        return f'{owner.get_name()}.{step}{woken_by}'
    name = function_name(callback, name)
    return f'{name}({", ".join(map(_argument, args))})' if args else name


def _argument(value):
    return watch.show(value) if watch.whole and not is_future(value) else _show(value)


def function_name(function, otherwise):
    """A function of the program by its plain name, which is all that its twin knows; all others by their qualified name."""
    if type(function).__name__ in ('async_generator_asend', 'async_generator_athrow'):
        # What an async generator's methods give has no name; the generator that it drives has one.
        function = next(inner for inner in gc.get_referents(function) if hasattr(inner, 'ag_code'))
    code = next((getattr(function, name) for name in ('cr_code', 'ag_code', '__code__') if hasattr(function, name)), None)
    if code is not None and code.co_filename == program:
        return function.__name__
    return getattr(function, '__qualname__', otherwise).replace('<locals>.', '')
