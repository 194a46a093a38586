import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ListedRequest } from '../../demo/emulator/journal.ts';

/** The vendor's stand-in, behind a socket like the vendor itself. */
export interface EmulatorChild {
  readonly url: string;
  /** Queues answers; see the emulator's README. */
  readonly steer: (order: object) => Promise<void>;
  readonly received: () => Promise<readonly ListedRequest[]>;
  /** The image of the latest request, as it arrived. */
  readonly image: (role: 'selfie' | 'card') => Promise<Uint8Array>;
  /** Forgets requests, answers and journeys. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startEmulatorChild(): Promise<EmulatorChild> {
  const script = fileURLToPath(new URL('./emulator-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(child, 'exit').then(([code]): never => {
      throw new Error(`The emulator ended with ${code} before it gave its address.`);
    }),
  ]);
  const control = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${url}/__emulator/${path}`, init);
    if (!response.ok) throw new Error(`The emulator refused ${path}: ${await response.text()}`);
    return response;
  };
  return {
    url,
    steer: async (order) => void (await control('next', { method: 'POST', body: JSON.stringify(order) })),
    received: async () => (await (await control('requests')).json()) as ListedRequest[],
    image: async (role) => new Uint8Array(await (await control(`requests/latest/${role}`)).arrayBuffer()),
    reset: async () => void (await control('reset', { method: 'POST' })),
    async close() {
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
}
