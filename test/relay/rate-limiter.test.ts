import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createRateLimiter, MAX_KEYS } from '../../src/relay/rate-limiter.ts';

it('admits so many in any window, and refused ones do not count', () => {
  const { admit } = createRateLimiter(2, 100);
  for (const [atMs, waitMs] of [
    [0, 0],
    [60, 0],
    [99, 1],
    [99, 1],
    [100, 0],
    [101, 59],
    [160, 0],
    [161, 39],
  ] as const) {
    assert.equal(admit('key', atMs), waitMs, `at ${atMs}`);
  }
});

it('forgets the key that was quiet for longest, and only beyond its limit', () => {
  const { admit } = createRateLimiter(1, 1_000_000);
  for (let key = 0; key < MAX_KEYS; key += 1) admit(`${key}`, key);
  assert.notEqual(admit('0', MAX_KEYS), 0, 'All keys are still there.');
  admit('one more', MAX_KEYS);
  assert.notEqual(admit('0', MAX_KEYS), 0, 'It was asked for last.');
  assert.equal(admit('1', MAX_KEYS), 0, 'It was quiet for longest.');
});
