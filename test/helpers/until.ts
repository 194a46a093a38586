/** How long a person waits at most for anything here; a test that waits longer has failed. */
export const PATIENCE_MS = 25_000;

/** Waits for a condition that no event tells of, picture by picture. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise(requestAnimationFrame);
  }
}
