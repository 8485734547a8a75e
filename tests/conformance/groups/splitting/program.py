import asyncio


def show(error):
    if error is None:
        return 'nothing'
    if isinstance(error, BaseExceptionGroup):
        return f'{type(error).__name__}({error}: {", ".join(show(part) for part in error.exceptions)})'
    return f'{type(error).__name__}({error})'


async def fail(error):
    await asyncio.sleep(0)
    raise error


class Own(ExceptionGroup):
    def derive(self, exceptions):
        return Own(self.message, exceptions)


def refused(make):
    try:
        make()
        print('not refused')
    except (TypeError, ValueError) as error:
        print(f'{type(error).__name__}: {error}')


async def main():
    inner = ExceptionGroup('inner', [ValueError('c'), asyncio.InvalidStateError('d')])
    group = None
    try:
        async with asyncio.TaskGroup() as tasks:
            for error in (ValueError('a'), TypeError('b'), inner):
                tasks.create_task(fail(error))
    except ExceptionGroup as error:
        group = error
    print(show(group))
    for what in (ValueError, (TypeError, asyncio.InvalidStateError), asyncio.QueueEmpty, ExceptionGroup, Exception):
        match, rest = group.split(what)
        print(f'{show(match)} | {show(rest)}')
    asked = []
    match, rest = group.split(lambda error: asked.append(str(error)) or isinstance(error, TypeError))
    print(f'{", ".join(asked)}')
    print(f'{show(match)} | {show(rest)}')
    print(show(group.subgroup(lambda error: str(error) > 'b')))
    print(f'{group.subgroup(Exception) is group} {group.subgroup(ValueError).exceptions[0] is group.exceptions[0]}')
    own = Own('own', [ValueError('a'), TypeError('b')])
    print(f'{show(own.split(ValueError)[0])} {show(own.split(ValueError)[1])}')
    mixed = BaseExceptionGroup('mixed', [ValueError('a'), asyncio.CancelledError('c')])
    print(f'{show(mixed)} {show(mixed.split(ValueError)[0])} {show(mixed.split(ValueError)[1])}')
    print(show(BaseExceptionGroup('plain', [ValueError('a')])))
    refused(lambda: ExceptionGroup('m', []))
    refused(lambda: ExceptionGroup('m', [ValueError]))
    refused(lambda: ExceptionGroup('m', [mixed]))
    refused(lambda: Own('m', [asyncio.CancelledError()]))
    refused(lambda: ExceptionGroup('m', None))
    refused(lambda: ExceptionGroup(5, [ValueError('a')]))
    refused(lambda: group.split(5))
    refused(lambda: group.split((ValueError, 5)))
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(fail(mixed))
    except BaseExceptionGroup as error:
        print(show(error))
    print([group.subgroup(TypeError)])


asyncio.run(main())
