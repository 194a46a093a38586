/**
 * Waits for something, but not for ever.
 *
 * @param what For the error, "the first hint" for example
 * @throws {Error} that says what did not come
 */
export async function within<Result>(ms: number, what: string, awaited: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([awaited, limit]);
  } finally {
    clearTimeout(timer);
  }
}
