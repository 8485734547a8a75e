/** The rules of CPython's asyncio that the runtime keeps (`spec/asyncio-semantics.md`): each by its ID, in its own words. */
export const RULES: Readonly<Record<string, string>> = {
  'LOOP-1': 'call_soon() is FIFO; each handle runs exactly once',
  'LOOP-2':
    'One iteration runs only the handles that were ready when it began (ntodo = len(_ready)); a callback scheduled by a callback runs in the next iteration',
  'LOOP-3': 'Within an iteration: handles already ready come first, then I/O, then the timers that are due, in one FIFO',
  'LOOP-4':
    'A timer is due when when < time() + clock_resolution (1e-9 on Linux): timers less than 1 ns ahead fire in the same iteration; delay <= 0 also goes through the heap, sorted by when',
  'LOOP-5':
    'Exactly equal deadlines: the heap compares only _when and is NOT stable: four timers A B C D at the same when pop A C B D. "Undefined" per docs; a real clock practically never produces ties, so a virtual clock must tie-break by insertion to look like reality',
  'LOOP-6':
    'call_later(d) = call_at(time()+d); time() does not advance while callbacks of one iteration run (virtual clock), but does with a blocking call; TimerHandle has when() and cancelled()',
  'LOOP-7':
    'A cancelled handle is skipped even when it is already in the batch being run; it still used its slot. cancel() is idempotent and drops callback and args',
  'LOOP-8':
    'Cancelled timers are removed lazily: from the heap head every iteration, or all at once when >100 are scheduled and more than half are cancelled',
  'LOOP-9':
    'stop(): the current iteration is completed, then run_forever() returns; callbacks scheduled during it wait for the next run. stop() before run_forever() still runs one iteration (with select timeout 0)',
  'LOOP-10':
    'run_until_complete(main): main done in iteration N, its done-callback calls stop() in N+1, so other ready callbacks still run in N and N+1, those scheduled in N+1 do not',
  'LOOP-11':
    'Exception in a callback: reported through call_exception_handler ("Exception in callback ..."), the loop and the other callbacks go on. SystemExit/KeyboardInterrupt leave run_forever() at once, the rest of the batch stays queued',
  'LOOP-12':
    'A closed loop refuses work: RuntimeError("Event loop is closed"); close() twice is fine; closing a running loop is a RuntimeError',
  'LOOP-13':
    'Nesting: same loop -> RuntimeError("This event loop is already running"); another loop -> "Cannot run the event loop while another loop is running"; asyncio.run() inside a loop -> "asyncio.run() cannot be called from a running event loop"',
  'LOOP-14': 'The context (contextvars) of a handle is captured when it is scheduled, not when it runs',
  'LOOP-15':
    'Debug mode: a callback/step of >= slow_callback_duration (0.1 s) logs "Executing <Handle ...> took X seconds"; call_soon(coroutine) is a TypeError only in debug mode; default is off (PYTHONASYNCIODEBUG, -X dev, debug=True)',
  'LOOP-16':
    'get_running_loop() outside a loop: RuntimeError("no running event loop"); get_event_loop() outside: 3.13 makes one with DeprecationWarning (main thread, never set), 3.14 RuntimeError',
  'LOOP-17':
    'call_exception_handler: custom handler(loop, context) gets the context dict; a handler that raises is itself reported ("Unhandled error in exception handler"); None restores the default; a non-callable is a TypeError',
  'LOOP-18':
    'With nothing ready and no timer the loop waits in select(None) for ever: CPython has no deadlock detection (the oracle and a teaching runtime should raise and list the pending tasks)',
  'CORO-1': 'Calling an async function runs none of its body; it returns a coroutine object (not a Future, not scheduled)',
  'CORO-2':
    'await coroutine() runs it inline, in the same task and the same iteration: no trip through the loop unless something inside suspends',
  'CORO-3':
    'A finished coroutine cannot be awaited again: RuntimeError("cannot reuse already awaited coroutine"); two tasks on one coroutine: RuntimeError("coroutine is being awaited already")',
  'CORO-4':
    'A coroutine object that is dropped without ever being awaited: RuntimeWarning "coroutine \'f\' was never awaited" when it is collected; close() or scheduling it prevents that',
  'CORO-5':
    "Awaiting a non-awaitable is a TypeError: 3.13 \"object int can't be used in 'await' expression\", 3.14 \"'int' object can't be awaited\"; the iterator of __await__ must be an iterator",
  'CORO-6':
    'await of any object with __await__: its iterator may yield only None (skip one iteration) or a Future obtained by awaiting it; anything else -> RuntimeError("Task got bad yield: ...") thrown in at the next step; its StopIteration value is the result',
  'CORO-7': 'StopIteration leaving a coroutine becomes RuntimeError("coroutine raised StopIteration") with it as __cause__',
  'CORO-8':
    'close() throws GeneratorExit at the suspension point; finally runs; awaiting something that suspends there -> RuntimeError("coroutine ignored GeneratorExit")',
  'CORO-9': 'An exception raised in an awaited coroutine unwinds synchronously through all awaiting frames of the task',
  'TASK-1': 'create_task() only schedules: the first step runs in the NEXT iteration, the creator goes on to its next suspension',
  'TASK-2': 'Tasks start in creation order; a callback scheduled before create_task() runs before its first step',
  'TASK-3':
    'await of a pending future/task: the awaiter resumes one iteration AFTER the one in which it became done (done-callback -> call_soon -> wakeup)',
  'TASK-4': 'await of an already done future/task does not suspend: same iteration, other ready callbacks do not get a turn',
  'TASK-5': 'sleep(0) and sleep(negative): exactly one iteration by a bare yield, no timer, no future; returns result',
  'TASK-6':
    'sleep(d>0): the timer fires in iteration N (future.set_result), the task resumes in N+1; NaN -> ValueError; a cancelled sleep cancels its timer',
  'TASK-7':
    "result()/exception() on a pending task: InvalidStateError('Result is not set.' - C accelerator, i.e. what users see; the pure-Python class says 'Result is not ready.') / ('Exception is not set.'); on a failed one raise/return the exception; Task.set_result/set_exception: RuntimeError",
  'TASK-8':
    'Names: "Task-N", one process-wide counter, N taken when the Task is made; name=/set_name() go through str(); asyncio.run() itself consumes names (main, shutdown_asyncgens, shutdown_default_executor)',
  'TASK-9':
    'A task that awaits itself gets RuntimeError("Task cannot await on itself: ...") thrown in, one iteration later; a future of another loop: "Task ... got Future ... attached to a different loop"',
  'TASK-10':
    'create_task()/Task() accept only coroutines: TypeError("a coroutine was expected, got ...") for futures, other awaitables and functions; ensure_future() takes any awaitable (futures returned as they are, awaitables wrapped)',
  'TASK-11':
    'KeyboardInterrupt/SystemExit in a task: stored as its exception AND re-raised out of the loop (run_forever stops there). Any other BaseException is only stored',
  'TASK-12':
    'current_task() is the task whose step is running, None in plain callbacks; all_tasks() = not-done tasks of the loop (a set, no order)',
  'TASK-13':
    'Done-callbacks run through call_soon in the order added, one iteration after completion; adding one to a done future schedules it at once via call_soon',
  'TASK-14':
    'The loop keeps only weak references to tasks: a pending task nobody references may be collected: "Task was destroyed but it is pending!" through the exception handler',
  'TASK-15':
    '"Task exception was never retrieved": reported when a failed task is collected and nobody called result()/exception()/awaited it; cancel() on it (even done) also marks it retrieved. KeyboardInterrupt/SystemExit too',
  'TASK-16': 'A task whose coroutine returns a Future has that Future as its result; it is not awaited for you',
  'TASK-17': 'A coroutine is resumed directly at its innermost await: depth of await nesting adds no iterations',
  'TASK-18': 'Lost updates: code between two awaits is atomic; a read-modify-write that spans an await is not',
  'TASK-19':
    "repr: <Task pending name='..' coro=<f() running at FILE:LINE> wait_for=<Future ...> cb=[...]>; state word is pending / cancelling / cancelled / finished (with result= or exception=)",
  'TASK-20': 'A task factory (loop.set_task_factory) is used by create_task; must be callable or None',
  'FUT-1':
    'set_result/set_exception on a done future: InvalidStateError; cancel() on a done one returns False; a pending one -> cancelled, True',
  'FUT-2':
    'set_exception(ExcClass) instantiates it; StopIteration is converted to RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future") with it as __cause__ (3.13+; 3.12.1 still TypeError)',
  'FUT-3':
    'remove_done_callback(fn) removes every equal callback and returns how many; the list is snapshotted when scheduled, so callbacks cannot remove later ones of the same completion',
  'FUT-4': 'All waiters of a future are woken in the order they began to wait, in the same iteration',
  'FUT-5': 'Every awaiter of a failed future gets the SAME exception object',
  'FUT-6':
    'Cancelling a future that a task awaits: the task gets CancelledError at its next step and, if it does not catch it, is cancelled (cancelling() stays 0)',
  'FUT-7': 'A future resumed although it is not done: RuntimeError("await wasn\'t used with future")',
  'FUT-8': 'A raising done-callback does not keep the others from running',
  'CANCEL-1':
    'cancel() on a task suspended on a future cancels that future at once (synchronously) and returns True; CancelledError enters the coroutine in the NEXT iteration; task.cancelled() is still False until then',
  'CANCEL-2':
    'cancel() before the first step: the body never runs at all (not even its try/finally); the task ends cancelled; no never-awaited warning',
  'CANCEL-3':
    'A task that cancels itself runs on until it really suspends: CancelledError is raised at the next await that suspends (awaits that do not suspend pass)',
  'CANCEL-4': 'A self-cancelled task that returns without suspending ends CANCELLED: its return value is lost',
  'CANCEL-5':
    'cancel() after the awaited future is done but before the task has resumed: _must_cancel is set and CancelledError is thrown instead of delivering the result (the result of the future is lost for this await)',
  'CANCEL-6':
    'cancel(msg): CancelledError(*args) carries msg (args == () when None); it reaches the awaiter of the task too; non-string messages round-trip',
  'CANCEL-7':
    'CancelledError derives from BaseException (3.8+): "except Exception" does not swallow it; asyncio.CancelledError is also concurrent.futures.CancelledError? No: they differ since 3.8',
  'CANCEL-8':
    'A coroutine may swallow CancelledError: the task goes on, may return a value, cancelled() is False; cancelling() stays > 0 unless uncancel() is called',
  'CANCEL-9':
    'cancel() may be repeated: each call adds 1 to cancelling() and cancels what the task awaits now; on a done task it returns False and counts nothing',
  'CANCEL-10': 'Two cancel() calls before the task runs throw CancelledError only once (counter 2)',
  'CANCEL-11':
    'uncancel() decrements (not below 0) and returns the rest; reaching 0 clears a pending _must_cancel (3.13+), so the cancellation is not delivered',
  'CANCEL-12':
    'Cancelling a task that awaits another TASK cancels the inner task; if the inner one swallows it and returns, the outer await just returns that value and the outer task is not cancelled',
  'CANCEL-13':
    'Awaiting a cancelled task raises CancelledError in the awaiter; uncaught, the awaiter ends cancelled as well although nobody cancelled it (cancelling()==0)',
  'CANCEL-14': 'Raising asyncio.CancelledError by hand inside a task also makes it cancelled',
  'CANCEL-15':
    'Cleanup may await: only one CancelledError is thrown per cancel(), finally-blocks with awaits finish normally; another exception raised there replaces the cancellation (task failed, __context__ is the CancelledError)',
  'CANCEL-16': 'Cancelling a task in sleep(0) (bare yield, no future): _must_cancel, CancelledError at that step',
  'CANCEL-17': 'asyncio.run(main()) where main is cancelled: run() raises CancelledError',
  'ORDER-1': 'Ping-pong: two tasks that each do sleep(0) n times alternate strictly, in creation order',
  'ORDER-2':
    'Equal sleeps end in the order they began; with different durations in deadline order; a sleep that ends at t fires before one set later for the same t',
  'ORDER-3':
    'await create_task(f()) one by one in a for loop is sequential; create all first and await afterwards is concurrent (max instead of sum)',
  'ORDER-4': 'Pending coroutine objects in a list do nothing: their time starts only when they are awaited/scheduled',
  'ORDER-5':
    'A queue hand-off between tasks costs 1 iteration (put -> getter future -> getter runs next iteration); Event.set, Lock.release and Semaphore.release likewise',
  'ORDER-6':
    'Completion order of a diamond: callbacks added first are run first: a task awaiting t before gather(t) was made resumes before the gather awaiter',
  'ORDER-7':
    'Exit costs: the last child of a TaskGroup is done in N, its callback runs in N+1, the parent continues in N+2; wait([t]) and gather(t) likewise N+2, await t N+1',
  'GATHER-1': 'Results are in argument order, whatever the completion order',
  'GATHER-2':
    'gather() is a plain function: coroutines become tasks the moment it is called (first steps next iteration), it returns a _GatheringFuture, not a coroutine; forgetting await loses only the result',
  'GATHER-3': 'gather() with no arguments: an already done future with []; awaiting it does not suspend',
  'GATHER-4': 'First exception is propagated immediately; the other awaitables are NOT cancelled and keep running',
  'GATHER-5': 'return_exceptions=True: exceptions (also CancelledError of a child) are items of the result list',
  'GATHER-6': 'The same future/coroutine object passed twice is one child; its result appears in each position',
  'GATHER-7':
    'Cancelling the awaiter of gather cancels every child (in argument order). Without return_exceptions the awaiter gets CancelledError as soon as the FIRST child has finished - slow cleanup of the others is NOT waited for; with return_exceptions=True it waits for all. outer.cancelled() is False: it holds CancelledError as its exception',
  'GATHER-8':
    'A child that is cancelled counts as having raised CancelledError: it reaches the awaiter, the siblings go on, outer is not "cancelled"',
  'GATHER-9':
    'After an exception was propagated the gather future is done: cancel() returns False and the remaining children are not cancelled; their later exceptions are silently marked retrieved',
  'GATHER-10': 'gather costs one iteration more than awaiting a task: child done in N, gather callback N+1, awaiter resumes N+2',
  'GATHER-11':
    'Cancelled gather with return_exceptions=True still raises CancelledError in the awaiter (the results are dropped), also when a child swallows the cancellation',
  'GATHER-12': 'All children already done: the gather future is done immediately (3.12+), await does not suspend',
  'GATHER-13':
    'A non-awaitable argument: TypeError("An asyncio.Future, a coroutine or an awaitable is required") at the call, but earlier coroutine arguments are already scheduled; unhashable -> TypeError',
  'GATHER-14':
    'Children are started in argument order; a failing child among several that fail in the same iteration: the first to finish wins',
  'WAIT-1': 'wait(): returns (done, pending) sets; on timeout nothing is raised and nothing is cancelled',
  'WAIT-2':
    "Arguments: coroutines are a TypeError ('Passing coroutines is forbidden, use tasks explicitly.', 3.11+), empty is ValueError('Set of Tasks/Futures is empty.'), one future/coroutine instead of a list TypeError, bad return_when ValueError; generators ok, duplicates collapse",
  'WAIT-3':
    'FIRST_COMPLETED may return several done tasks: done is computed when wait() resumes, one iteration after the trigger',
  'WAIT-4':
    'FIRST_EXCEPTION: a cancelled task is not an exception, waiting goes on; without any exception it behaves as ALL_COMPLETED',
  'WAIT-5': 'wait() never raises the exceptions of the tasks and does not cancel them when it is itself cancelled',
  'WAIT-6': 'Even when every future is already done, wait() takes two iterations (callback by call_soon, then wakeup)',
  'WAITFOR-1':
    'wait_for(coro) awaits the coroutine in the CURRENT task (3.12+: async with timeout(): return await fut): no new task, same contextvars, no extra iteration',
  'WAITFOR-2':
    'On timeout the awaited thing is cancelled and waited for: TimeoutError comes only when its cleanup is finished (may be later than timeout)',
  'WAITFOR-3':
    'asyncio.TimeoutError is the builtin TimeoutError (3.11+), which is an OSError: "except OSError" catches it; str() is empty',
  'WAITFOR-4':
    'timeout <= 0: a done future gives its result; otherwise it is cancelled at once - a coroutine never starts - and TimeoutError is raised',
  'WAITFOR-5': 'timeout=None waits without limit',
  'WAITFOR-6': 'If the inner code suppresses the cancellation and returns, that value is returned, no TimeoutError',
  'WAITFOR-7': 'If the inner code raises something else while being cancelled, that exception wins over TimeoutError',
  'WAITFOR-8': 'Cancelling the caller during wait_for cancels the inner task and propagates CancelledError',
  'WAITFOR-9':
    'Result and timeout due in the same iteration: TimeoutError, whichever of the two timers comes first. If the result came first it is lost for the awaiter (the future keeps it): the woken task gets _must_cancel before its step (3.12+; in 3.11 the result won). Only a result one iteration earlier wins',
  'WAITFOR-10': 'wait_for(shield(task), t): the timeout cancels only the shield, the task goes on',
  'TIMEOUT-1':
    'Inside the block the code sees CancelledError; __aexit__ turns it into TimeoutError (raise from), so "except TimeoutError" belongs outside the async with; after it cancelling() is back',
  'TIMEOUT-2':
    'Nested: only the expired one converts. Outer expires first: the inner block sees CancelledError and passes it on (inner.expired() False)',
  'TIMEOUT-3':
    'timeout(None) never fires; when() is the absolute deadline; reschedule() moves it (also to the past or None) and only works while active',
  'TIMEOUT-4':
    'A deadline not in the future fires by call_soon, not immediately: code before the first suspending await runs; a body that never suspends finishes without TimeoutError',
  'TIMEOUT-5':
    "Must run inside a task: RuntimeError('Timeout should be used inside a task'); not reusable: RuntimeError('Timeout has already been entered'); creating timeout() needs a running loop",
  'TIMEOUT-6':
    'An outside cancel() that meets the timeout wins: cancelling() is above the level at entry, so CancelledError propagates instead of TimeoutError',
  'TIMEOUT-7':
    'A body that swallows the CancelledError leaves the block normally: no TimeoutError, expired() is True, the cancel count is undone',
  'TIMEOUT-8':
    'A body that raises another exception on cancellation: that exception passes through; 3.13+ inserts a TimeoutError into its __context__ chain before the CancelledError',
  'TIMEOUT-9':
    'A timeout cannot interrupt code that does not await: with a blocked loop it fires at the next suspending await after the block',
  'TIMEOUT-10':
    'repr: <Timeout [created]> <Timeout [active] when=..> <Timeout [expiring]> <Timeout [expired]> <Timeout [finished]>',
  'SHIELD-1':
    'Cancelling the awaiter of shield(x) cancels only the outer future; x goes on; the awaiter still gets CancelledError',
  'SHIELD-2': 'If x itself is cancelled, the shield is cancelled too; result and exception pass through',
  'SHIELD-3': 'shield(done future) returns that future itself',
  'SHIELD-4': 'shield costs one iteration more than awaiting the task',
  'SHIELD-5':
    'Outer cancelled, inner fails later: 3.13 reports it only as "Task exception was never retrieved" when collected; 3.14 calls the exception handler: "ValueError exception in shielded future"',
  'ASC-1':
    'as_completed() schedules everything at the call (3.13); for-loop: yields new coroutines; the i-th awaited gives the i-th completed result, not the i-th input',
  'ASC-2': 'async for (3.13+): yields the very tasks/futures passed in, already done (implicit tasks for coroutines)',
  'ASC-3': 'timeout: TimeoutError from the await (for) of each remaining item / from the async for; nothing is cancelled',
  'ASC-4': 'Duplicates collapse; a single awaitable is a TypeError; exceptions surface at the await; the iterator can be resumed',
  'ASC-5':
    'Inputs go through set(): the START order of coroutines is undefined in CPython (address order); a port should use argument order',
  'TG-1': 'The block ends only when all tasks are done; results are read from the tasks',
  'TG-2':
    'First failing task: all others and the body are cancelled, waited for, then ExceptionGroup("unhandled errors in a TaskGroup", [...]) - also for a single error; CancelledErrors are left out; a sibling that fails during cancellation is added',
  'TG-3': 'An exception raised by the body cancels the children and is wrapped in the group too',
  'TG-4': 'A body that raises before the children had a step: they are cancelled unstarted (their code never runs)',
  'TG-5':
    'Cancelling the parent from outside: children are cancelled and waited for, CancelledError propagates (no group) unless a child failed: then the group is raised and the parent is re-cancelled',
  'TG-6':
    'KeyboardInterrupt/SystemExit from body: re-raised bare instead of a group (children cancelled first); other BaseExceptions make a BaseExceptionGroup',
  'TG-7': 'A child that is cancelled on its own (or raises CancelledError) is no error: the group goes on',
  'TG-8':
    'create_task() on a group not entered / finished / shutting down: RuntimeError(... "has not been entered" / "is finished" / "is shutting down"), and the coroutine is closed (no never-awaited warning); a running child may add tasks while the group waits',
  'TG-9': 'Nested groups: the inner group is an element of the outer one: EG(outer, [EG(inner, [..])])',
  'TG-10':
    'When a child fails while the body is suspended, the parent task is cancelled by the group (cancelling()==1 inside), then uncancelled',
  'TG-11':
    'A child that fails while the body is still running synchronously code: the body is not interrupted until its next suspending await',
  'TG-12':
    'Errors are ordered by completion of the tasks; the group needs a parent task (RuntimeError "cannot determine the parent task")',
  'TG-13':
    'except* splits groups by type recursively; ExceptionGroup.split/subgroup/derive; a group of only Exceptions is an ExceptionGroup',
  'QUEUE-1':
    'get() on a non-empty and put() on a non-full queue do NOT suspend: a producer/consumer loop over them can starve every other task',
  'QUEUE-2': 'Blocked getters are served FIFO; put wakes exactly one getter, which takes the item when it RUNS (next iteration)',
  'QUEUE-3':
    'An item can be stolen between wake-up and run (get_nowait by someone else): the woken getter waits again at the END of the line',
  'QUEUE-4':
    'maxsize <= 0 is infinite, full() is then never True; put_nowait on a full one QueueFull, get_nowait on an empty one QueueEmpty; a float maxsize works (>=)',
  'QUEUE-5':
    'Blocked putters are woken FIFO, one per get; they insert when they run, so a put_nowait() in between can barge in first',
  'QUEUE-6':
    "join() returns when task_done() was called once per item put (not got); immediately if nothing is unfinished; too many: ValueError('task_done() called too many times')",
  'QUEUE-7':
    'A getter cancelled after it was woken passes the wake-up on: no item is lost; cancelled waiters leave the waiting lists',
  'QUEUE-8':
    'PriorityQueue returns the smallest (heap; ties compare the next tuple item, TypeError if not comparable); LifoQueue the newest',
  'QUEUE-9':
    'shutdown() (3.13): put -> QueueShutDown at once (also blocked ones); get keeps returning items, QueueShutDown when empty (blocked getters too); join still needs task_done',
  'QUEUE-10':
    'shutdown(immediate=True) drains the queue, counts each drained item as done (join may unblock), gets raise at once',
  'QUEUE-11':
    'Not thread-safe: put_nowait() from another thread does not wake the loop (no call_soon_threadsafe) - the getter sleeps on; queue.Queue IS thread-safe',
  'QUEUE-12':
    'A queue (and lock, event, ...) binds to the loop at its first BLOCKING use; use in another loop afterwards: RuntimeError("... is bound to a different event loop")',
  'LOCK-1': 'acquire() of a free lock does not suspend',
  'LOCK-2':
    'Fair FIFO: release() wakes only the first waiter; until that one runs the lock reads unlocked, yet a newcomer queues behind it',
  'LOCK-3':
    "release() of a free lock: RuntimeError('Lock is not acquired.'); no owner: any task may release; not reentrant (second acquire deadlocks)",
  'LOCK-4': 'A waiter cancelled after it was woken hands the lock to the next waiter',
  'EVENT-1':
    'set() wakes all waiters FIFO; wait() returns True; waiting on a set event does not suspend; clear() right after set() does not take the wake-up back',
  'COND-1':
    "wait() needs the lock: RuntimeError('cannot wait on un-acquired lock'); it releases the lock, and has it again when it returns True; notify() without the lock: RuntimeError('cannot notify on un-acquired lock')",
  'COND-2':
    'A cancelled wait() re-acquires the lock before CancelledError leaves it (may take long), and passes a received notification on',
  'COND-3': 'wait_for(predicate) re-checks after every wake-up and returns the last predicate value',
  'SEM-1':
    'Counter; acquire of a free one does not suspend; release() may exceed the initial value (BoundedSemaphore: ValueError); negative initial value ValueError',
  'SEM-2':
    'Strict FIFO: while someone waits (or was woken but has not run) a newcomer queues, even if the value is > 0; locked() is then True',
  'SEM-3': 'Limits concurrency: with Semaphore(2) and 5 jobs of 1 s the total is 3 s',
  'BARRIER-1':
    'wait() releases all when the n-th arrives, returning unique indexes 0..n-1 in arrival order; reusable; abort() -> BrokenBarrierError for waiters and later callers; reset() -> BrokenBarrierError for current waiters, then usable',
  'RUN-1': "run(): new loop each time, returns main's result or raises its exception, closes the loop, leaves no current loop",
  'RUN-2':
    'Teardown after main: all remaining tasks are cancelled, awaited together (their finally may await), then shutdown_asyncgens, then the executor, then close',
  'RUN-3':
    "A task that fails during teardown is reported: 'unhandled exception during asyncio.run() shutdown'; a task that swallows the cancellation is awaited to its end (may hang run())",
  'RUN-4':
    'A background task created by main that has not had its first step when main returns gets ONE more chance (LOOP-10): it may run its first step before it is cancelled',
  'RUN-5': 'run(non-coroutine): 3.13 ValueError("a coroutine was expected, got ..."); 3.14 takes any awaitable, else TypeError',
  'RUN-6':
    'Runner: run() several times on one loop and one context (contextvars persist); close() tears down; a closed runner raises RuntimeError("Runner is closed")',
  'RUN-7':
    'KeyboardInterrupt (Ctrl-C, 3.11+): the SIGINT handler cancels the main task; if it ends cancelled and uncancel()==0, run() raises KeyboardInterrupt; a second Ctrl-C raises at once',
  'AGEN-1':
    "An async generator's yield is not a suspension to the loop: async for over one that never awaits runs in one iteration",
  'AGEN-2':
    'break out of async for does not close the generator: its finally runs later: at GC (the loop schedules aclose() as a task) or at run() teardown (shutdown_asyncgens); use contextlib.aclosing',
  'AGEN-3':
    "Two concurrent __anext__(): RuntimeError('anext(): asynchronous generator is already running'); aclose() throws GeneratorExit; yield in finally: RuntimeError('async generator ignored GeneratorExit')",
  'AGEN-4': 'anext(): StopAsyncIteration at the end; asend/athrow; "return value" in an async generator is a SyntaxError',
  'ACM-1':
    '__aexit__ receives the exception (also CancelledError) and swallows it by returning true; AsyncExitStack unwinds LIFO; @asynccontextmanager without yield: RuntimeError("generator didn\'t yield")',
  'CTX-1':
    'A task copies the context when created: changes in the child do not leak out, changes made later by the parent are not seen',
  'CTX-2': 'create_task(context=ctx) runs in that very context',
  'EAGER-1':
    'eager_task_factory (3.12): the first step runs synchronously inside create_task(); a coroutine that does not suspend is done when create_task() returns',
  'EAGER-2': 'Default factory is lazy; 3.14: create_task(coro, eager_start=True)',
  'EAGER-3':
    'Eager child that fails at once in a TaskGroup: 3.13 aborts the group inside create_task() (the rest of the body is cancelled at its next await), 3.14 only after a trip through the loop',
  'THREAD-1':
    'run_in_executor/to_thread: the loop goes on meanwhile; exceptions come back; to_thread copies the context; StopIteration cannot cross',
  'BLOCK-1': 'time.sleep(d) in a coroutine stops everything for d: N concurrent tasks that block run one after the other',
};
