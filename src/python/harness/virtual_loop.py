"""CPython's own event loop on a virtual clock: BaseEventLoop with another selector, other handles that tell of themselves, and virtual threads.

When nothing is ready the clock jumps to the next timer; when there is none either, that is a deadlock. Timers of one moment run in the order in which
they were set, as they do on a real clock, where each is set a little later than the one before.
"""
import asyncio
import collections
import heapq
import itertools
import warnings
import weakref
from asyncio import events, futures, tasks

import record
from record import callback_name, clock, current_task, label, new_id, tell, watch

MAX_ITERATIONS = 100_000


class DeadlockError(RuntimeError):
    """Nothing is ready, no timer is set: the loop would wait for ever."""


class _Telling:
    """Tells that the handle runs, unless it is a task's step, which tells of itself."""
    __slots__ = ()

    def _run(self):
        watch.step()
        callback, args = self._callback, self._args
        owner = getattr(callback, '__self__', None)
        if isinstance(self, events.TimerHandle):
            self.ran = True
            tell('timer.fire', h=self.own_id, when=round(self._when, 9), cb=callback_name(callback, args))
        elif not isinstance(owner, tasks.Task):
            tell('handle.run', h=self.own_id, cb=callback_name(callback, args))
        elif hasattr(owner, 'woken_by'):
            owner.queued_as = self.own_id
            if args and getattr(callback, '__name__', '').endswith('wakeup'):
                owner.woken_by, owner.woken_by_task = label(args[0]), watch.serial(args[0])
        run = super()._run
        # Nothing of this frame may hold the callback when an error passes: what is never retrieved is then told when CPython tells it.
        callback = args = owner = None
        run()
        self = run = None


class Handle(_Telling, events.Handle):
    __slots__ = ('own_id',)


class TimerHandle(_Telling, events.TimerHandle):
    __slots__ = ('own_id', 'turn', 'ran')
    turns = itertools.count()

    def __lt__(self, other):
        return (self._when, self.turn) < (other._when, other.turn)

    def cancel(self):
        if not self._cancelled and not self.ran:
            tell('timer.cancel', h=self.own_id, when=round(self._when, 9), cb=callback_name(self._callback, self._args))
        super().cancel()

    __hash__ = events.TimerHandle.__hash__


class _Selector:
    """Waits for no file: it lets the time pass that the loop would wait."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        if timeout is None or (timeout > 0 and self.loop._scheduled[0]._when == float('inf')):
            waiting = tasks.all_tasks(self.loop)
            names = [task.get_name() for task in waiting]
            tell('deadlock', pending=names)
            raise DeadlockError(watch.deadlock(waiting) or f'the loop would wait for ever; waiting: {names}')
        if timeout > 0:
            when = self.loop._scheduled[0]._when        # not clock + timeout, which would lose digits
            tell('clock.jump', to=round(when, 9))
            clock.loop = when
        return []

    def close(self):
        pass


class VirtualLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Selector(self)
        self._clock_resolution = 1e-9                   # as of CLOCK_MONOTONIC
        self._workers = {}
        self._unheard, self._turns = [], itertools.count()

    def time(self):
        return clock.loop

    def _process_events(self, event_list):
        """Between the wait and the callbacks. Timers that are due join the queue here, a moment before CPython itself does it, so that it can be told how many will run."""
        self._hear_threads()
        end = self.time() + self._clock_resolution
        while self._scheduled and self._scheduled[0]._when < end:
            timer = heapq.heappop(self._scheduled)
            timer._scheduled = False
            self._ready.append(timer)
        watch.more('iter', ready=len(self._ready))

    def _write_to_self(self):
        pass

    def _run_once(self):
        watch.turn()
        record.iteration += 1
        if record.iteration > MAX_ITERATIONS and not watch.whole:
            raise RuntimeError(f'more than {MAX_ITERATIONS} iterations')
        self._hear_threads()
        super()._run_once()

    def _hear_threads(self):
        """What threads have put into the ready queue by now. Nobody woke the loop for it: it is found when the loop comes by for another reason."""
        while self._unheard and self._unheard[0][0] <= self.time():
            self._ready.append(heapq.heappop(self._unheard)[-1])

    def create_task(self, coro, **options):
        task = super().create_task(coro, **options)
        remember(task)
        return task

    create_task.__qualname__ = 'BaseEventLoop.create_task'

    def close(self):
        if not self._closed and not self.is_running():
            watch.more('loop.close')
        super().close()

    def _call_soon(self, callback, args, context):
        handle = Handle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        handle.own_id = new_id('H')
        tell('ready.push', h=handle.own_id, cb=callback_name(callback, args), by=current_task(),
             serial=watch.serial(getattr(callback, '__self__', None)))
        if clock.thread is None:
            self._ready.append(handle)
        else:
            heapq.heappush(self._unheard, (clock.thread, next(self._turns), handle))
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_soon_threadsafe')
        if clock.thread is not None:                    # when that thread's time has come
            return self.call_at(clock.thread, callback, *args, context=context)
        return self._call_soon(callback, args, context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_at')
        timer = TimerHandle(when, callback, args, self, context)
        timer.own_id, timer.turn, timer.ran = new_id('H'), next(TimerHandle.turns), False
        tell('timer.set', h=timer.own_id, when=round(when, 9), cb=callback_name(callback, args), by=current_task())
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def run_in_executor(self, executor, func, *args):
        """A model of threads, not CPython's code: a free worker runs `func` at once on a time of its own, its result comes when that time has come."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            self._check_default_executor()
        future = self.create_future()
        workers = self._workers.get(id(executor))
        if workers is None:
            count, prefix = getattr(executor, '_max_workers', 8), getattr(executor, '_thread_name_prefix', 'asyncio')
            workers = self._workers[id(executor)] = Workers(count, prefix)
        workers.submit(self, future, func, args)
        return future

    async def shutdown_default_executor(self, timeout=None):
        """Waits for the virtual threads as CPython waits for real ones."""
        self._executor_shutdown_called = True
        workers = self._workers.get(id(None))
        if workers is None or workers.idle():
            return
        workers.waiter = self.create_future()
        try:
            async with asyncio.timeout(timeout):
                await workers.waiter
        except TimeoutError:
            warnings.warn(f'The executor did not finishing joining its threads within {timeout} seconds.', RuntimeWarning, stacklevel=2)

    shutdown_default_executor.__qualname__ = 'BaseEventLoop.shutdown_default_executor'

    def call_exception_handler(self, context):
        error = context.get('exception')
        about = context.get('task') or context.get('future')
        tell('exception_handler', message=record.without_addresses(context.get('message', '')),
             exception=None if error is None else record.show(error), about=label(about))
        super().call_exception_handler(context)


class Workers:
    """The threads of one executor, in virtual time."""

    def __init__(self, count, prefix):
        self.count, self.prefix = count, prefix
        self.made = 0
        self.free = collections.deque()                 # those that have worked before; who has waited longest is first
        self.queue = []
        self.waiter = None

    def idle(self):
        return len(self.free) == self.made

    def take(self):
        if self.free:
            return self.free.popleft()
        if self.made == self.count:
            return None
        self.made += 1
        return f'{self.prefix}_{self.made - 1}'

    def submit(self, loop, future, func, args):
        worker = self.take()
        if worker is None:
            self.queue.append((loop, future, func, args))
            return
        tell('thread.start', cb=callback_name(func, args), fut=label(future), thread=watch.only(worker))
        clock.thread, failed = clock.loop, False
        running = events._get_running_loop()
        events._set_running_loop(None)                  # a thread has none
        try:
            outcome = func(*args)
        except BaseException as error:
            outcome, failed = error, True
        events._set_running_loop(running)
        end, clock.thread = clock.thread, None

        def deliver():
            if not future.done():
                (future.set_exception if failed else future.set_result)(outcome)
            self.free.append(worker)
            while self.queue and self.free:
                job = self.queue.pop(0)
                if not job[1].cancelled():              # cancelled while it waited: it never runs
                    self.submit(*job)
            if self.waiter is not None and self.idle():
                futures._set_result_unless_cancelled(self.waiter, None)
        deliver.__qualname__ = 'deliver'                # no function of CPython's
        loop.call_at(end, deliver)


_places = weakref.WeakKeyDictionary()
_next_place = itertools.count()


def remember(task):
    """Notes a task's place in creation order."""
    if task not in _places:
        _places[task] = next(_next_place)


def creation_order(some):
    return sorted(some, key=lambda task: _places.get(task, float('inf')))
