SNIPPETS = {
    "a": """\
async def g():
    yield 1
    return
""",
    "b": """\
async def g():
    yield 1
    return 2
""",
    "c": """\
async def m():
    return [x async for x in g()]
""",
    "d": """\
async def m():
    later = lambda: await z()
""",
    "e": """\
async def m():
    def inner():
        await z()
""",
    "f": """\
async def m():
    async def inner():
        await z()
    await inner()
""",
    "g": """\
def m():
    async for x in g():
        print(x)
""",
    "h": """\
def m():
    return z()
""",
    "i": """\
await z()
""",
    "j": """\
async def m():
    def numbers():
        yield from [1, 2]
    return list(numbers())
""",
}

for letter, source in SNIPPETS.items():
    try:
        compile(source, letter, "exec")
        print(f"{letter}: OK")
    except SyntaxError as error:
        print(f"{letter}: SyntaxError: {error.msg}")
