"""Errors that end a program: as the record tells them, and as Python prints them."""
import traceback

from texts import cut

# As many of a group as Python's own tracebacks show, and of all groups in one error together.
MAX_PARTS = 15
MAX_DEPTH = 10
MAX_PARTS_IN_ALL = 100


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


def printed(error, file):
    """What Python prints for it, with the frames of the program alone. Those of the library say how asyncio is made, and not what is wrong."""
    told = traceback.TracebackException.from_exception(error)
    left = [told]
    while left:
        each = left.pop()
        own = [frame for frame in each.stack if frame.filename == file or frame.filename.startswith('/program/')]
        each.stack = traceback.StackSummary.from_list(own)
        left += [other for other in (each.__cause__, each.__context__, *(each.exceptions or ())) if other is not None]
    return ''.join(told.format())
