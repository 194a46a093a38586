/** Keys kept at a time. With 1000 moments of 8 bytes each they take 80 MB at most. */
export const MAX_KEYS = 10_000;

export interface RateLimiter {
  /**
   * Counts a request unless the key has used up its share.
   *
   * @returns 0, or the milliseconds until the key may come again.
   */
  readonly admit: (key: string, atMs: number) => number;
}

/**
 * At most `requests` in any window of `windowMs`. Beyond `MAX_KEYS` the key that was quiet for longest is
 * forgotten: memory matters more than its count.
 */
export function createRateLimiter(requests: number, windowMs: number): RateLimiter {
  /** In the order of each key's last request. */
  const moments = new Map<string, number[]>();
  return {
    admit(key, atMs) {
      const recent = (moments.get(key) ?? []).filter((moment) => atMs - moment < windowMs);
      const [oldest = atMs] = recent;
      const waitMs = recent.length < requests ? 0 : oldest + windowMs - atMs;
      if (waitMs === 0) recent.push(atMs);
      moments.delete(key);
      moments.set(key, recent);
      const [quietest] = moments.keys();
      if (moments.size > MAX_KEYS && quietest !== undefined) moments.delete(quietest);
      return waitMs;
    },
  };
}
