"""Places in the program's own file: where it runs just now, where a coroutine stands, where an error came through.

Lines and columns count from 1; columns are UTF-16 units, as the page counts them.
"""
import gc
import itertools
import sys
import types

MAX_FRAMES = 60

class Places:
    def __init__(self, source, file):
        self.file = file
        self.lines = source.split('\n')
        self._known = {}                                # (id of code, instruction) to its place, and the code, so that the id stays its own

    def here(self):
        """The line of the program that runs just now."""
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != self.file:
            frame = frame.f_back
        return None if frame is None else self.of_instruction(frame.f_code, frame.f_lasti)

    def of_task(self, task):
        """Where the innermost await of a task stands; at the definition of its function when it has not begun."""
        found, awaited = None, task.get_coro()
        while awaited is not None:
            kind = type(awaited)
            if kind is types.CoroutineType:
                frame, inner, suspended = awaited.cr_frame, awaited.cr_await, awaited.cr_suspended
            elif kind is types.GeneratorType:
                frame, inner, suspended = awaited.gi_frame, awaited.gi_yieldfrom, awaited.gi_suspended
            elif kind is types.AsyncGeneratorType:
                frame, inner, suspended = awaited.ag_frame, awaited.ag_await, awaited.ag_suspended
            else:
                awaited = _generator_of(awaited)
                continue
            if frame is not None and frame.f_code.co_filename == self.file:
                if not suspended:
                    return found or self._named(frame.f_code, frame.f_code.co_firstlineno, 1)
                found = self.of_instruction(frame.f_code, frame.f_lasti)
            awaited = inner
        return found

    def of_instruction(self, code, at):
        known = self._known.get((id(code), at))
        if known is None:
            line, _, column, _ = next(itertools.islice(code.co_positions(), at // 2, None), (None,) * 4)
            known = self._known[id(code), at] = self._named(code, line or code.co_firstlineno, self.column(line, column)), code
        return known[0]

    def column(self, line, byte):
        if line is None or byte is None or not 1 <= line <= len(self.lines):
            return 1
        before = self.lines[line - 1].encode(errors='surrogatepass')[:byte].decode(errors='replace')
        return len(before.encode('utf-16-le', 'surrogatepass')) // 2 + 1

    def _named(self, code, line, column):
        place = {'file': self.file, 'line': line, 'column': column}
        return place if code.co_name == '<module>' else {**place, 'function': code.co_name}

    def of_traceback(self, trace):
        """Each frame of the program's, innermost last; of very many the outermost and the innermost half."""
        found = []
        while trace is not None:
            code = trace.tb_frame.f_code
            if code.co_filename == self.file:
                found.append({'function': '<module>', **self.of_instruction(code, trace.tb_lasti)})
            trace = trace.tb_next
        return found if len(found) <= MAX_FRAMES else found[:MAX_FRAMES // 2] + found[-MAX_FRAMES // 2:]


def _generator_of(awaited):
    """What an async generator's methods give has no name for the generator that it drives."""
    if type(awaited).__name__ not in ('async_generator_asend', 'async_generator_athrow'):
        return None
    return next((inner for inner in gc.get_referents(awaited) if type(inner) is types.AsyncGeneratorType), None)
