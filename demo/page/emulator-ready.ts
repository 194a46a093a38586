/**
 * Gives the element its endpoint once the emulator answers there: nothing may be sent past it. In the built demo it runs
 * in the page; `npm start` has it on the server, and nothing is to be done.
 *
 * @returns why there can be none, after which the element only captures; null where all is well
 */
export async function emulatorReady(capture: HTMLElement): Promise<string | null> {
  if (!import.meta.env.PROD) return null;
  const endpoint = capture.getAttribute('endpoint') ?? '';
  capture.removeAttribute('endpoint');
  try {
    const { hostEmulator } = await import('../hosted/host-emulator.ts');
    await hostEmulator();
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  capture.setAttribute('endpoint', endpoint);
  return null;
}
