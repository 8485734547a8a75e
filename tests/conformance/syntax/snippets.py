"""Note 001's first listing, piece by piece: what CPython's compiler says to each (null: nothing), for syntax.test.ts."""
import json

SNIPPETS = {
    'yield from in async def': "async def m(x):\n    yield from gen(x)\n",
    'await in plain def':      "def m(x):\n    y = await z(x)\n    return y\n",
    'await at module level':   "await z(1)\n",
    'async with in plain def': "def m():\n    async with x: pass\n",
    'async for in plain def':  "def m():\n    async for x in y: pass\n",
    'return value in async gen': "async def g():\n    yield 1\n    return 2\n",
    'plain return in async gen': "async def g():\n    yield 1\n    return\n",
    'await in lambda':         "async def m():\n    f = lambda: await z()\n",
    'nested def in async def': "async def m():\n    def inner():\n        await z()\n",
    'async comprehension':     "async def m():\n    return [i async for i in y]\n",
}
said = {}
for name, source in SNIPPETS.items():
    try:
        compile(source, '<s>', 'exec')
        said[name] = None
    except SyntaxError as error:
        said[name] = error.msg
print(json.dumps(said))
