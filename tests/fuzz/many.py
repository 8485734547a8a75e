"""Runs thousands of small programs one after the other in one interpreter, quickly: `run_program(source, step_limit)`.

The loop is the one of src/python/harness, and so are the ordered sets; what a fresh process would have anew is put back by hand instead of by importing
asyncio again. Tasks and futures live until their program has ended, so that nothing of a run hangs on when garbage is collected.
"""
import collections
import contextvars
import gc
import inspect
import itertools
import json
import sys
import warnings

import probes
import record
import virtual_loop
from asyncio import tasks

FILE = 'program.py'


class StepLimitExceeded(BaseException):
    """The program ran as many callbacks as it may."""


class Run:
    """The present program's counters."""
    steps = limit = names = handles = 0
    said = []
    alive = []
    places = {}


class Ready(collections.deque):
    """The ready queue: counts what the loop takes from it."""

    def popleft(self):
        if Run.steps >= Run.limit:
            raise StepLimitExceeded
        Run.steps += 1
        return super().popleft()


class TimerHandle(virtual_loop.TimerHandle):
    __slots__ = ()

    def _run(self):
        virtual_loop.events.TimerHandle._run(self)

    def cancel(self):
        virtual_loop.events.TimerHandle.cancel(self)


class Loop(virtual_loop.VirtualLoop):
    def __init__(self):
        super().__init__()
        self._ready = Ready()

    def create_task(self, coro, **options):
        if options.get('name') is None:
            Run.names += 1
            options['name'] = f'Task-{Run.names}'
        Run.places[id(coro)] = len(Run.places)
        Run.alive.append(coro)
        task = super().create_task(coro, **options)
        Run.alive.append(task)
        return task

    def _asyncgen_firstiter_hook(self, agen):
        Run.alive.append(agen)
        super()._asyncgen_firstiter_hook(agen)

    async def shutdown_asyncgens(self):
        # A generator that has ended is in the loop's set as long as something refers to it. Whether it is depends on reference counts; here it is let go.
        for ended in [each for each in self._asyncgens if each.ag_frame is None]:
            self._asyncgens.discard(ended)
        await super().shutdown_asyncgens()

    shutdown_asyncgens.__qualname__ = 'BaseEventLoop.shutdown_asyncgens'

    def create_future(self):
        future = super().create_future()
        Run.alive.append(future)
        return future

    def _call_soon(self, callback, args, context):
        handle = virtual_loop.events.Handle(callback, args, self, context)
        Run.handles += 1
        self._ready.append(handle)
        return handle

    def call_at(self, when, callback, *args, context=None):
        Run.handles += 1
        return super().call_at(when, callback, *args, context=context)


def current_task_name():
    return record.current_task() or '-'


def tell(text):
    Run.said.append((f'{record.clock.now():g} #{record.iteration} *{Run.steps} {current_task_name()}', text))


def tell_event(name, **fields):
    """What that loop tells: of interest here is only what says something."""
    if name == 'exception_handler':
        error = fields['error']
        tell(f'{fields["message"]} / {"" if error is None else show(error)}')
    elif name == 'log':
        tell(f'{fields["level"]}: {fields["text"]}')
    elif name == 'deadlock':
        tell(f'deadlock: {", ".join(fields["pending"])}')


def show(error):
    return f'{type(error).__name__}({error.message if isinstance(error, BaseExceptionGroup) else error})'


def call_exception_handler(self, context):
    tell_event('exception_handler', message=context.get('message', ''), error=context.get('exception'))
    virtual_loop.asyncio.BaseEventLoop.call_exception_handler(self, context)


def install():
    probes.install()
    warnings.filterwarnings('ignore', category=SyntaxWarning)   # 'return' in a 'finally' block: legal, and of interest
    # Every event has to pass here, so that most of them cost nothing.
    virtual_loop.tell = probes.tell = tell_event
    virtual_loop.new_id = virtual_loop.callback_name = lambda *_: None
    virtual_loop.TimerHandle = TimerHandle
    virtual_loop.creation_order = lambda some: sorted(some, key=lambda task: Run.places[id(task.get_coro())])
    virtual_loop.remember = lambda task: None
    warnings._showwarnmsg = lambda given: tell(f'{given.category.__name__}: {record.without_addresses(given.message)}')
    Loop.call_exception_handler = call_exception_handler
    virtual_loop.events.new_event_loop = virtual_loop.asyncio.new_event_loop = Loop
    order_as_completed()
    gc.collect()
    gc.freeze()


def order_as_completed():
    """Its set is a comprehension, out of reach of the ordered sets: the same lines, with an ordered one."""
    source = inspect.getsource(tasks._AsCompletedIterator)
    unordered = '{ensure_future(aw, loop=loop) for aw in set(aws)}'
    assert unordered in source
    ordered = source.replace(unordered, 'set([ensure_future(aw, loop=loop) for aw in set(aws)])')
    exec(compile(ordered, tasks.__file__, 'exec'), tasks.__dict__)


def run_program(source, step_limit):
    """@returns JSON: what was said as pairs of a mark and a text, the error that ended it, and the totals"""
    Run.steps = Run.names = Run.handles = 0
    Run.limit, Run.alive, Run.places, Run.said = step_limit, [], {}, []
    record.iteration, record.clock.loop = 0, 0.0
    TimerHandle.turns = virtual_loop.TimerHandle.turns = itertools.count()
    names = {'__name__': '__main__', 'print': tell}
    error = None
    gc.disable()
    try:
        contextvars.Context().run(exec, compile(source, FILE, 'exec'), names)
    except BaseException as raised:
        message = raised.message if isinstance(raised, BaseExceptionGroup) else str(raised)
        error = [type(raised).__name__, message]
    totals = f'{record.clock.now():g} s, {record.iteration} iterations, {Run.steps} steps, {Run.handles} handles'
    # What finally blocks print while garbage is collected has no twin.
    names['print'] = lambda text: None
    names.clear()
    Run.alive, Run.places = [], {}
    gc.collect()
    return json.dumps([Run.said, error, totals])


install()
sys.unraisablehook = lambda given: None
