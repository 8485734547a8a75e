"""Values, lines and errors as bounded texts.

Keeps true: a cut text says that it is cut, and has at most as many UTF-16 units as asked; no text takes more than a moment to make of a value that is merely big.
"""
import warnings

MAX_NAME = 200
MAX_VALUE = 200
MAX_TEXT = 4000
MAX_SAID = 20_000

_ITEMS = 60
_DEPTH = 6


def cut(text, length):
    """`text`, or its beginning and how much there was."""
    head = text[:length + 1]
    if _units(head) <= length:
        return text
    note = f'… (cut: {len(text)} characters)'
    if len(note) >= length:
        note = ''
    return _begin(head, length - len(note)) + note


def _units(text):
    return len(text) + sum(letter > '\uffff' for letter in text)


def _begin(text, units):
    """As much of it as has so many UTF-16 units."""
    kept = text[:units]
    while _units(kept) > units:
        kept = kept[:units - len(kept) - 1]
    return kept


def plain_repr(value, depth=_DEPTH):
    """`repr`, of the first items only where there are many; of what raises when it is shown, its class."""
    try:
        return _plain_repr(value, depth)
    except Exception:
        return f'<{type(value).__name__} object>'


def _plain_repr(value, depth):
    kind = type(value)
    if kind in (list, tuple, set, frozenset, dict):
        if depth == 0:
            return '…'
        parts = [_item(value, each, depth - 1) for each, _ in zip(value, range(_ITEMS))]
        if len(value) > _ITEMS:
            parts.append('…')
        return _bracketed(kind, parts)
    if kind in (str, bytes) and len(value) > 2 * MAX_VALUE:
        value = value[:2 * MAX_VALUE]
    return repr(value)


def _item(container, item, depth):
    text = plain_repr(item, depth)
    return f'{text}: {plain_repr(container[item], depth)}' if type(container) is dict else text


def _bracketed(kind, parts):
    inside = ', '.join(parts)
    if kind is list:
        return f'[{inside}]'
    if kind is tuple:
        return f'({inside},)' if len(parts) == 1 else f'({inside})'
    if kind is frozenset:
        return f'frozenset({{{inside}}})' if parts else 'frozenset()'
    return f'{{{inside}}}' if parts or kind is dict else 'set()'


class Said:
    """What Python itself says on standard error: warnings, what asyncio logs, the traceback."""

    def __init__(self):
        self.parts, self.left = [], MAX_SAID

    def write(self, text):
        if self.left > 0:
            self.parts.append(cut(text, self.left))
            self.left -= len(self.parts[-1])

    def warning(self, given):
        file, line = given.filename, given.lineno
        if file.startswith('/loopwise/'):               # the program is over; Python names nobody then
            file, line = 'sys', 1
        self.write(warnings.formatwarning(given.message, given.category, file, line, given.line))

    def text(self):
        return ''.join(self.parts)
