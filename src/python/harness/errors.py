"""Errors that end a program: as the record tells them, and as Python prints them."""
import traceback

from texts import cut

# As many of a group as Python's own tracebacks show, and of all groups in one error together.
MAX_PARTS = 15
MAX_DEPTH = 10
MAX_PARTS_IN_ALL = 100

# Functions that are Python here and C in the asyncio that Python's users have, where a traceback does not show them.
_IN_C = {
    'futures.py': ('__init__', 'result', 'exception', '__await__'),
    'tasks.py': ('__init__', '__step', '__step_run_and_handle_result', '__wakeup'),
    'events.py': ('get_running_loop',),
}
# A function of that kind which has a method's name; its only line tells it apart.
_GETS_LOOP = 'return _get_event_loop_policy().get_event_loop()'


def describe(error, places, length):
    return _described(error, places, length, 1, [MAX_PARTS_IN_ALL])


def _described(error, places, length, depth, left):
    frames = places.of_traceback(error.__traceback__)
    if isinstance(error, SyntaxError) and error.filename == places.file and error.lineno is not None:
        place = {'file': places.file, 'line': error.lineno, 'column': max(1, error.offset or 1)}
        told = {'message': str(error.msg), 'frames': frames + [place]}
    else:
        told = {**_message(error), 'frames': frames}
    told['message'] = cut(told['message'], length)
    if isinstance(error, BaseExceptionGroup) and depth <= MAX_DEPTH:
        parts = error.exceptions[:min(MAX_PARTS, left[0])]
        left[0] -= len(parts)
        told['exceptions'] = [_described(part, places, length, depth + 1, left) for part in parts]
    return {'type': cut(type(error).__name__, length), **told}


def _message(error):
    """Its text, and what Python suggests to write instead."""
    try:
        message = str(error)
        whole = str(traceback.TracebackException.from_exception(error))
    except Exception:
        return {'message': '<exception str() failed>'}
    if whole.startswith(message + '. Did you'):
        return {'message': message, 'hint': whole[len(message) + 2:]}
    return {'message': message}


def printed(error):
    """What Python prints for it: as its users see it, without our own frames."""
    told = traceback.TracebackException.from_exception(error)
    _as_users_see(told)
    return ''.join(told.format())


def _as_users_see(told):
    told.stack = traceback.StackSummary.from_list([frame for frame in told.stack if not _is_ours(frame)])
    for other in (told.__cause__, told.__context__, *(told.exceptions or ())):
        if other is not None:
            _as_users_see(other)


def _is_ours(frame):
    folder, _, name = frame.filename.rpartition('/')
    return folder == '/loopwise' or (folder.endswith('/asyncio') and (frame.name in _IN_C.get(name, ()) or frame.line == _GETS_LOOP))
