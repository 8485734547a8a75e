"""What a whole record has beyond the bare events: where the program stands, the numbers of tasks, each task's life, warnings, and how it ended.

Keeps true: all of it is bounded, whatever the program does; times never go back, since what a function does in a virtual thread is told when everybody's
time has come there; code of the program that runs while a value is looked at is not heard.
"""
import collections
import heapq
import itertools
import json
import math

import errors
import places
import record
from record import clock
from texts import MAX_NAME, MAX_TEXT, MAX_VALUE, Said, cut, plain_repr

MAX_TASKS = 10_000
MAX_WARNINGS = 200
MAX_PENDING = 1000

HINT = 'Each of these waits for something that only another of them, or nobody, would do.'


class LimitExceeded(KeyboardInterrupt):
    """The program did more than it may. Not an error that a loop or a task would keep to itself."""


class Watch:
    whole = True

    def __init__(self, source, file, limits, on_line, on_steps):
        self.limits, self.on_line, self.on_steps = limits, on_line, on_steps
        self.places = places.Places(source, file)
        self.here, self.place = self.places.here, self.places.of_task
        self.events = collections.deque(maxlen=limits['events'])
        self.late, self.turns = [], itertools.count()   # what threads do that are ahead of everybody's time
        self.tasks, self.lines, self.warnings, self.said = {}, [], [], Said()
        self.made = self.alive = self.steps = self.told = self.printed = 0
        self.dropped = {'events': 0, 'lines': 0, 'tasks': 0, 'warnings': 0}
        self.limit = None                               # the budget that was spent, and the words for it
        self.deaf = self.over = False

    # Events

    def keep(self, event):
        if self.deaf or self.over:
            return
        if clock.thread is not None:
            heapq.heappush(self.late, (event['t'], next(self.turns), event))
            return
        if self.late:
            self.catch_up(event['t'])
        self._keep(event)

    def catch_up(self, until=float('inf')):
        """What threads have done up to this moment."""
        while self.late and self.late[0][0] <= until:
            event = heapq.heappop(self.late)[-1]
            self._keep({**event, 'it': record.iteration})

    def _keep(self, event):
        self.told += 1
        name = event['ev']
        if name == 'print':
            self._keep_line(event)
        elif name == 'warning' or name == 'log':
            self._keep_warning(event)
        self.events.append(event)

    def _keep_line(self, event):
        line = {name: event.get(name) for name in ('text', 't', 'it', 'task')}
        if 'position' in event:
            line['position'] = event.pop('position')
        self.lines.append(line)
        self.on_line(as_json(line))

    def _keep_warning(self, event):
        if len(self.warnings) >= MAX_WARNINGS:
            self.dropped['warnings'] += 1
            return
        event['text'] = cut(event['text'], MAX_TEXT)
        position = {'position': event['position']} if 'position' in event else {}
        self.warnings.append({'category': event.get('category', 'log'), 'text': event['text'], **position})

    def more(self, name, **fields):
        record.tell(name, **fields)

    def only(self, value):
        return value

    def short(self, text):
        return cut(text, MAX_VALUE) if len(text) > MAX_VALUE else text

    def show(self, value):
        self.deaf, before = True, self.deaf
        try:
            return cut(record.without_addresses(plain_repr(value)), MAX_VALUE)
        finally:
            self.deaf = before

    # Tasks

    def created(self, task, name, coroutine):
        if self.alive >= self.limits['tasks']:
            self.exceed('tasks', f'more than {self.limits["tasks"]:,} tasks at the same time')
        self.made += 1
        self.alive += 1
        task.serial = self.made
        if len(self.tasks) >= MAX_TASKS:
            del self.tasks[next(iter(self.tasks))]
            self.dropped['tasks'] += 1
        self.tasks[self.made] = {
            'serial': self.made, 'name': cut(name, MAX_NAME), 'coroutine': cut(coroutine, MAX_NAME), 'by': record.current_task(),
            'created': round(clock.now(), 9), 'ended': None, 'state': 'pending',
        }
        return task.serial

    def ended(self, task, state, result=None, msg=None):
        self.alive -= 1
        info = self.tasks.get(task.serial)
        if info is not None and not self.over:
            info.update(name=cut(task.get_name(), MAX_NAME), ended=round(clock.now(), 9), state=state)
            if result is not None:
                info['result'] = result
        return task.serial

    def serial(self, task):
        return task.serial if record.is_task(task) else None

    def deadlock(self, tasks):
        """The words for a deadlock: who waits, where, and for what."""
        if not tasks:
            return 'deadlock: the loop would wait for ever: nothing is scheduled, and no task is left'
        lines = [f'  {self._waits(task)}' for task in itertools.islice(tasks, MAX_PENDING)]
        return '\n'.join(['deadlock: the loop would wait for ever; nothing is scheduled that could wake a task. Waiting:', *lines])

    def _waits(self, task):
        at = self.place(task)
        where = '' if at is None else f' in {at.get("function", "<module>")}() at {at["file"]}:{at["line"]}'
        coroutine = record.function_name(task.get_coro(), type(task).__name__)
        return f'{task.get_name()} ({coroutine}){where} waits for {_waited_for(task._fut_waiter)}'

    # Limits

    def turn(self):
        """An iteration of the loop is about to begin."""
        if self.limit is not None:
            self.exceed(*self.limit)

    def step(self):
        """One handle of the loop is about to run."""
        if self.limit is not None or self.steps >= self.limits['loopSteps']:
            self.exceed('loop-steps', f'more than {self.limits["loopSteps"]:,} steps of the event loop')
        self.steps += 1
        if self.steps % self.limits['stepsPerWord'] == 0:
            self.on_steps(self.steps)

    def line(self, text):
        if self.deaf or self.over:
            return ''
        if self.printed >= self.limits['outputLines']:
            self.dropped['lines'] += 1
            self.exceed('output', f'more than {self.limits["outputLines"]:,} lines')
        self.printed += 1
        return cut(text, self.limits['lineLength'])

    def exceed(self, budget, message):
        """The first limit counts; whoever goes on after it is told of it again."""
        self.limit = self.limit or (budget, message)
        raise LimitExceeded(self.limit[1])

    # The end

    def line_of(self, file, line):
        return {'file': file, 'line': line, 'column': 1} if file == record.program else None

    def show_warning(self, given):
        if not self.over:
            self.said.warning(given)

    def write(self, text):
        """What a terminal would show of it is told line by line."""

    def say(self, text):
        """Python itself says something."""
        if not self.over:
            self.said.write(text)

    def log(self, entry):
        """What asyncio logs, as Python's logging prints it where nobody has set it up."""
        self.say(entry.getMessage() + '\n')
        if entry.exc_info:
            self.say(errors.printed(entry.exc_info[1], record.program))

    def failed(self, error):
        """@returns the error that ended the program, as the record tells it"""
        if self.limit is not None:
            self.over = True                            # what was cut short is pending by our doing: what Python says of it would mislead
        told = errors.describe(error, self.places, self.limits['lineLength'])
        if type(error).__name__ == 'DeadlockError':     # Python itself would wait, and say nothing
            return {'outcome': 'deadlock', **told, 'hint': HINT}
        self.say(errors.printed(error, record.program))
        return {'outcome': 'raised', **told}

    def finish(self, error):
        self.catch_up()
        self.dropped['events'] = self.told - len(self.events)
        for event in self.events:
            for name in _NAMES & event.keys():
                event[name] = cut(str(event[name]), MAX_NAME)
        return {
            'events': list(self.events), 'first': self.told - len(self.events) + 1, 'lines': self.lines, 'tasks': list(self.tasks.values()),
            'warnings': self.warnings, 'dropped': self.dropped, 'budget': self.limit and self.limit[0], 'error': error, 'said': self.said.text(),
            'seconds': round(clock.now(), 9), 'iterations': record.iteration,
        }


# Fields that hold names which the program has given.
_NAMES = {'task', 'by', 'coro', 'on', 'woken_by', 'fut', 'kind', 'thread'}


def as_json(value):
    """Plain data; of a name that is no text, a mark. What is not finite is told as JavaScript tells it."""
    return json.dumps(_finite(value), ensure_ascii=False, default=lambda strange: '?')


def _finite(value):
    if type(value) is float and not math.isfinite(value):
        return None
    if type(value) is dict:
        return {key: _finite(each) for key, each in value.items()}
    return [_finite(each) for each in value] if type(value) is list else value


def _waited_for(future):
    if future is None:
        return 'its next step'
    if record.is_task(future):
        return future.get_name()
    if type(future).__name__ == '_GatheringFuture':
        return f'a gather of {", ".join(_waited_for(child) for child in future._children if not child.done())}'
    return f'a {type(future).__name__} that nobody ends'
