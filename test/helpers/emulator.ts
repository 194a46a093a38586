import type { ListedRequest } from '../../demo/emulator/journal.js';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.js';

/** The emulator that the test server runs: what it received, and what it shall answer. */
export const emulator = {
  endpoint: '/api/ekyc/okayface/v1-1',
  journeyId: DEMO_JOURNEY_ID,

  /** Answers the next requests in another way; the switches stand in `demo/emulator/README.md`. */
  async answerNext(answer: string, more: { times?: number; delayMs?: number } = {}): Promise<void> {
    const set = await fetch('/__emulator/next', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answer, ...more }),
    });
    if (!set.ok) throw new Error(`The emulator has no switch ${answer}: ${await set.text()}`);
  },

  async requests(): Promise<readonly ListedRequest[]> {
    return (await (await fetch('/__emulator/requests')).json()) as readonly ListedRequest[];
  },

  /** An image of the newest request, as it arrived. */
  async latest(role: 'selfie' | 'card'): Promise<Blob> {
    const answer = await fetch(`/__emulator/requests/latest/${role}`);
    if (!answer.ok) throw new Error(`The emulator has received no ${role}.`);
    return answer.blob();
  },

  async reset(): Promise<void> {
    await fetch('/__emulator/reset', { method: 'POST' });
  },
};
