"""What CPython's random gives, for random.test.ts to compare ours with: prints one JSON document, which tools/record-cpython.ts keeps as random.json."""
import json
import random

MODULUS = (1 << 61) - 1


def seed_of(value):
    """What a 64-bit CPython makes of a float seed: its hash (see "Hashing of numeric types"). The one that records is a 32-bit machine."""
    if not isinstance(value, float):
        return value
    numerator, denominator = abs(value).as_integer_ratio()
    hashed = numerator % MODULUS * pow(denominator, MODULUS - 2, MODULUS) % MODULUS
    hashed = -hashed if value < 0 else hashed
    return (-2 if hashed == -1 else hashed) % (1 << 64)


def drawn(seed):
    r = random.Random(seed_of(seed))
    items = list(range(10))
    r_shuffled = list(range(20))
    values = {
        'random': [r.random() for _ in range(4)],
        'randint': [r.randint(0, 10) for _ in range(10)] + [r.randint(-5, 5), r.randint(1, 1), r.randint(0, 2**40)],
        'uniform': [r.uniform(0, 1), r.uniform(-1, 2.5), r.uniform(10, 10), r.uniform(0.1, 0.3)],
        'choice': [r.choice(items), r.choice('añ😀z'), r.choice([7])],
        'randrange': [r.randrange(7), r.randrange(3, 9), r.randrange(0, 100, 7), r.randrange(10, 0, -3), r.randrange(2**52)],
        'getrandbits': [r.getrandbits(bits) for bits in (0, 1, 5, 31, 32, 33, 40, 53)],
        'sample': [r.sample(items, 3), r.sample(range(1000), 4), r.sample(range(5000), 30), r.sample(items, 10), r.sample(items, 0)],
        'sample by counts': r.sample(['a', 'b'], 3, counts=[4, 2]),
        'choices': [r.choices(items, k=5), r.choices('xyz', [1, 2, 3], k=5), r.choices('xyz', cum_weights=[0.5, 0.6, 2], k=5)],
    }
    r.shuffle(r_shuffled)
    values['shuffle'] = r_shuffled
    values['long after'] = [r.random() for _ in range(1500)][-1]
    return values


def shared():
    random.seed(444)
    return [random.random(), random.randint(1, 6), random.uniform(1, 2), random.choice('abc'), random.randrange(10), random.getrandbits(9),
            random.sample([1, 2, 3], 2), random.choices([1, 2, 3], k=2)]


SEEDS = [*range(40), 444, -1, -444, 2**31, 2**32, 2**53, 1.5, -0.5, 0.1, 1e-300, 123456.789, True, '', 'a', 'asyncio', 'ä 😀', 'x' * 200]
BIG = [2**64 + 1, 10**50, -(2**700)]

REFUSED = {name: None for name in (
    'randint(5, 1)', 'randint(1.5, 3)', 'randint(1, 2.5)', 'randint("a", 3)', 'randint(1, None)', 'randint(1)', 'randint()',
    'randrange()', 'randrange(0)', 'randrange(-3)', 'randrange(3, 3)', 'randrange(1, 5, 0)', 'randrange(5, 1, 2)', 'randrange(1.5)',
    'randrange(5, None, 2)', 'choice([])', 'choice("")', 'choice(None)', 'choice(5)', 'choice()', 'shuffle("ab")', 'shuffle(None)', 'shuffle()',
    'uniform("a", 1)', 'uniform(1, "a")', 'uniform(1)', 'sample([1], 2)', 'sample([1], -1)', 'sample(5, 1)', 'sample([1])', 'choices([])',
    'choices([1, 2], [1])', 'choices([1, 2], [0, 0])', 'choices([1, 2], 2)', 'choices(5)', 'getrandbits(-1)', 'getrandbits(1.5)', 'seed([])')}
for expression in REFUSED:
    try:
        eval(f'random.{expression}')
    except Exception as error:
        REFUSED[expression] = f'{type(error).__name__}: {error}'

print(json.dumps({
    'seeds': [[seed, drawn(seed)] for seed in SEEDS],
    'big': [[str(seed), drawn(seed)] for seed in BIG],
    'bytes': drawn(b'\x00\xff\x10'),
    'shared': shared(),
    'refused': REFUSED,
}))
