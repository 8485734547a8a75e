"""Puts the probes into this program's asyncio, and the virtual clock into its `time`: `install()` once, before the program runs.

With the accelerated Task and Future (written in C) only the loop tells of itself; with those written in Python everything does.
"""
import asyncio
import logging
import sys
import time
import warnings
from asyncio import events, futures, runners, taskgroups, tasks

import record
import virtual_loop
from record import clock, label, new_id, show, tell, watch

EPOCH = 1_700_000_000.0                                 # what time.time() shows at 0
IN_PYTHON = getattr(tasks, '_CTask', None) is None


def install():
    record.is_future = lambda value: isinstance(value, futures.Future)
    record.is_task = lambda value: isinstance(value, tasks.Task)
    record.current_task = virtual_loop.current_task = current_task
    asyncio._set_running_loop(None)                     # the page's loop has nothing to do with this program
    events.new_event_loop = asyncio.new_event_loop = virtual_loop.VirtualLoop
    if IN_PYTHON:
        probe_futures()
        probe_tasks()
    order_sets()
    virtual_time()
    hear_of_trouble()


def current_task():
    loop = events._get_running_loop()
    task = None if loop is None else tasks.current_task(loop)
    return None if task is None else task.get_name()


def probe_futures():
    future = futures.Future
    init, schedule_callbacks = future.__init__, future._Future__schedule_callbacks

    def telling_init(self, *, loop=None):
        init(self, loop=loop)
        if not isinstance(self, tasks.Task):
            self.own_id = new_id('F')
            tell('future.create', fut=self.own_id, kind=type(self).__name__, by=current_task())

    def telling_end(self):
        state = self._state.lower()
        fields = {}
        if self._exception is not None:
            state, fields['result'] = 'failed', show(self._exception)
        elif state == 'finished':
            fields['result'] = show(self._result)
        elif self._cancel_message is not None:
            fields['msg'] = show(self._cancel_message)
        if isinstance(self, tasks.Task):
            tell('task.done', task=self.get_name(), state=state, **fields, serial=watch.ended(self, state, **fields))
        else:
            tell('future.done', fut=self.own_id, kind=type(self).__name__, by=current_task(), state=state, **fields)
        schedule_callbacks(self)

    future.__init__, future._Future__schedule_callbacks = telling_init, telling_end
    say_as_accelerated(future)


def say_as_accelerated(future):
    """What Python's users read is the text of the Future written in C, where the two differ."""
    result, set_result, set_exception = future.result, future.set_result, future.set_exception

    def same_result(self):
        if self._state == 'PENDING':
            raise asyncio.InvalidStateError('Result is not set.')
        return result(self)

    def same_set_result(self, value):
        if self._state != 'PENDING':
            raise asyncio.InvalidStateError('invalid state')
        set_result(self, value)

    def same_set_exception(self, exception):
        if self._state != 'PENDING':
            raise asyncio.InvalidStateError('invalid state')
        set_exception(self, exception)

    future.result, future.set_result, future.set_exception = same_result, same_set_result, same_set_exception


def probe_tasks():
    task = tasks.Task
    init, step, cancel, uncancel = task.__init__, task._Task__step_run_and_handle_result, task.cancel, task.uncancel

    def telling_init(self, coro, *, loop=None, name=None, context=None, **options):
        self.was_started, self.woken_by, self.woken_by_task, self.queued_as, self.stands = False, None, None, None, None
        if asyncio.iscoroutine(coro):
            name = f'Task-{tasks._task_name_counter()}' if name is None else name
            coroutine = record.function_name(coro, type(coro).__name__)
            serial = watch.created(self, str(name), coroutine)
            tell('task.create', task=str(name), coro=coroutine, by=current_task(), eager=options.get('eager_start') or None,
                 serial=serial, position=watch.here())
            virtual_loop.remember(self)
        init(self, coro, loop=loop, name=name, context=context, **options)

    def telling_step(self, error):
        first, self.was_started = not self.was_started, True
        tell('task.start' if first else 'task.resume', task=self.get_name(),
             throw=None if error is None else show(error), woken_by=self.woken_by, woken_by_task=self.woken_by_task,
             serial=watch.serial(self), h=watch.only(self.queued_as), position=watch.place(self) if first else self.stands)
        self.woken_by = self.woken_by_task = self.queued_as = None
        try:
            step(self, error)
        finally:
            if not self.done():
                self.stands = watch.place(self)
                tell('task.suspend', task=self.get_name(), on=label(self._fut_waiter) or 'yield',
                     on_task=watch.serial(self._fut_waiter), serial=watch.serial(self), position=self.stands)
            self = error = None                         # no cycle through this frame when an error passes

    def telling_cancel(self, msg=None):
        if not self.done():
            tell('task.cancel', task=self.get_name(), by=current_task(), msg=None if msg is None else show(msg),
                 cancelling=self._num_cancels_requested + 1, serial=watch.serial(self))
        return cancel(self, msg=msg)

    def telling_uncancel(self):
        left = uncancel(self)
        tell('task.uncancel', task=self.get_name(), left=left, serial=watch.serial(self))
        return left

    task.__init__, task._Task__step_run_and_handle_result = telling_init, telling_step
    task.cancel, task.uncancel = telling_cancel, telling_uncancel


class OrderedSet(set):
    """A set that iterates in the order in which its members came: one of the orders that any set may have, and the only one that repeats."""

    def __init__(self, members=()):
        self._members = dict.fromkeys(members)
        super().__init__(self._members)

    def __iter__(self):
        return iter(tuple(self._members))

    def add(self, member):
        self._members[member] = None
        super().add(member)

    def discard(self, member):
        self._members.pop(member, None)
        super().discard(member)

    def remove(self, member):
        super().remove(member)
        del self._members[member]

    def clear(self):
        self._members.clear()
        super().clear()

    def pop(self):
        member = next(iter(self))
        self.remove(member)
        return member


def order_sets():
    unordered = tasks.all_tasks

    def all_tasks(loop=None):
        return OrderedSet(virtual_loop.creation_order(unordered(loop)))
    tasks.all_tasks = asyncio.all_tasks = all_tasks
    tasks.set = taskgroups.set = OrderedSet


class _Sleep:
    """`time.sleep`. No function of Python, as the one that it stands for is none: nothing tells a line of this file."""

    def __init__(self):
        self.__name__ = self.__qualname__ = 'sleep'
        self.__module__ = 'time'

    def __call__(self, seconds, /):
        clock.block(seconds)

    def __repr__(self):
        return '<built-in function sleep>'


def virtual_time():
    time.sleep = _Sleep()
    time.monotonic = time.perf_counter = clock.now
    time.time = lambda: EPOCH + clock.now()
    time.monotonic_ns = time.perf_counter_ns = lambda: round(clock.now() * 1e9)
    time.time_ns = lambda: round((EPOCH + clock.now()) * 1e9)


class _LogHandler(logging.Handler):
    def emit(self, entry):
        text = record.without_addresses(entry.getMessage())
        tell('log', level=entry.levelname.lower(), text=text if watch.whole else text.split('\n')[0])
        watch.log(entry)


def hear_of_trouble():
    logger = logging.getLogger('asyncio')
    logger.handlers[:] = [_LogHandler()]
    logger.propagate = False
    warnings.resetwarnings()
    warnings.simplefilter('always')
    warnings.filterwarnings('ignore', category=DeprecationWarning, module=r'asyncio\b')
    warnings.simplefilter('ignore', ResourceWarning)    # as Python does unless it is asked for them

    def telling_warning(given):
        tell('warning', category=given.category.__name__, text=record.without_addresses(given.message),
             position=watch.line_of(given.filename, given.lineno))
        watch.show_warning(given)
    warnings._showwarnmsg = telling_warning
    sys.unraisablehook = lambda given: tell('unraisable', exception=show(given.exc_value))
