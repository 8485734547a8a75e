/** `network`: the simulated service, what it answers by itself, and what can be set up. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, beginWorld, now } from '../../src/runtime/index.ts';
import { network, requests } from '../../src/stdlib/index.ts';
import { raisedBy } from '../runtime/program.ts';

const BIN = 'https://httpbin.org';

beforeEach(() => {
  beginWorld();
});

/** How long each of `count` requests takes in a world with this seed. */
function latencies(seed: number, count = 8): number[] {
  beginWorld({ seed });
  return Array.from({ length: count }, () => requests.get(`${BIN}/get`).elapsed);
}

test('/delay takes what it says and nothing more, up to ten seconds', () => {
  requests.get(`${BIN}/delay/2`);
  expect(now()).toBe(2);
  requests.post(`${BIN}/delay/0.5`);
  expect(now()).toBe(2.5);
  requests.get(`${BIN}/delay/60`);
  expect(now()).toBe(12.5);
  expect(requests.get(`${BIN}/delay/x`).statusCode).toBe(404);
});

test('other routes take a time that the world’s seed decides: the same in every run, another with another seed', () => {
  const first = latencies(0);
  expect(latencies(0)).toEqual(first);
  expect(latencies(1)).not.toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(4);
  for (const seconds of first) {
    expect(seconds).toBeGreaterThanOrEqual(0.05);
    expect(seconds).toBeLessThanOrEqual(0.25);
  }
});

test('what takes its own time draws none', () => {
  const first = latencies(3, 2);
  beginWorld({ seed: 3 });
  const again = [0, 1].map(() => {
    requests.get(`${BIN}/delay/1`);
    return requests.get(`${BIN}/get`).elapsed;
  });
  expect(again).toEqual(first);
});

test('the latency can be set, exactly or between two bounds', () => {
  network.latency(0.5);
  expect(requests.get(`${BIN}/get`).elapsed).toBe(0.5);
  network.latency(1, 1.001);
  expect([1, 1.001]).toContain(requests.get(`${BIN}/get`).elapsed);
  expect(() => {
    network.latency(2, 1);
  }).toThrow(new asyncio.ValueError('latency: 2 is more than 1'));
  expect(() => {
    network.latency(-1);
  }).toThrow(asyncio.ValueError);
});

test('its own routes: statuses, bytes, JSON, an id', () => {
  expect(requests.get(`${BIN}/status/418`).statusCode).toBe(418);
  expect([200, 503]).toContain(requests.get(`${BIN}/status/200,503`).statusCode);
  expect(requests.get(`${BIN}/status/nothing`).statusCode).toBe(400);
  expect(requests.get(`${BIN}/bytes/1024`).content).toHaveLength(1024);
  expect(requests.get(`${BIN}/bytes/9?seed=4`).content).toEqual(requests.get(`${BIN}/bytes/9?seed=4`).content);
  expect(requests.get(`${BIN}/json`).json()).toHaveProperty('slideshow.title', 'Sample Slide Show');
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect((requests.get(`${BIN}/uuid`).json() as { uuid: string }).uuid).toMatch(uuid);
  expect(requests.get(`${BIN}/user-agent`).json()).toEqual({ 'user-agent': 'python-requests/2.34.2' });
  expect(requests.get(`${BIN}/nothing/of/the/kind`).statusCode).toBe(404);
});

test('routes can be added, for all hosts or for one', () => {
  network.route('/users/{id}', ({ parts, method }) => ({ json: { id: parts['id'], method }, seconds: 1 }));
  network.route('http://api.test/users/{id}', { status: 201, body: 'made' });
  network.route('/files/{path...}', ({ parts }) => ({ body: parts['path'] ?? '' }));
  expect(requests.get('https://a.test/users/7').json()).toEqual({ id: '7', method: 'GET' });
  expect(now()).toBe(1);
  const made = requests.post('http://api.test/users/7');
  expect([made.statusCode, made.text]).toEqual([201, 'made']);
  expect(requests.get('https://api.test/users/7').statusCode).toBe(200);
  expect(requests.get('http://a.test/files/a/b/c').text).toBe('a/b/c');
  expect(requests.get('https://a.test/users/7/more').statusCode).toBe(404);
  expect(() => {
    network.route('users', {});
  }).toThrow("a path begins with '/', or with 'http://' and a host; got 'users'");
  network.route('/wrong', { stauts: 200 } as never);
  expect(() => requests.get('http://a.test/wrong')).toThrow("route() got an unexpected keyword argument 'stauts'");
});

test('faults come for as many requests as they are ordered for', () => {
  network.fault('/flaky', 503, { times: 2 });
  network.route('/flaky', { body: 'fine', seconds: 0.1 });
  const statuses = [1, 2, 3].map(() => requests.get('http://a.test/flaky').statusCode);
  expect(statuses).toEqual([503, 503, 200]);
  network.fault('/flaky', 'silent', { times: 1 });
  expect(() => requests.get('http://a.test/flaky', { timeout: 2 })).toThrow('Read timed out. (read timeout=2)');
  expect(() => {
    network.fault('/x', 'slow' as never);
  }).toThrow("a fault is a status or one of 'refused', 'unknown host', 'unreachable', 'silent', 'reset', 'closed'; got 'slow'");
});

test('a silent server closes the connection in the end, so that nothing waits for ever', () => {
  network.fault('/x', 'silent');
  expect(String(raisedBy(() => requests.get('http://a.test/x')))).toContain('RemoteDisconnected');
  expect(now()).toBe(3600);
});

test('it tells what was asked of it', () => {
  requests.get(`${BIN}/delay/1`);
  network.fault('/x', 'refused');
  raisedBy(() => requests.post('http://a.test/x'));
  expect(network.calls()).toEqual([
    { method: 'GET', url: `${BIN}/delay/1`, at: 0, outcome: 200, seconds: 1 },
    { method: 'POST', url: 'http://a.test/x', at: 1, outcome: 'refused', seconds: 0 },
  ]);
});

test('once it is sealed nobody changes it', () => {
  network.seal();
  for (const change of [
    () => {
      network.latency(0);
    },
    () => {
      network.route('/x', {});
    },
    () => {
      network.fault('/x', 500);
    },
  ])
    expect(change).toThrow('the network is sealed: it stays as it was set up');
});

test('every world has a network of its own', () => {
  network.latency(3);
  network.seal();
  requests.get(`${BIN}/get`);
  beginWorld();
  expect(network.calls()).toEqual([]);
  network.latency(1);
  expect(requests.get(`${BIN}/get`).elapsed).toBe(1);
});
