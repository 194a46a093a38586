import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from '../engines/chromium.ts';
import type { RunningEngine } from '../engines/engine.ts';
import { flowFiles, serveFlow } from '../engines/flow-site.ts';
import type { Held } from '../page/resource-ledger.ts';
import type { StaticServer } from './static-server.ts';

const NOTHING: Held = { tracks: 0, workers: 0, frames: 0, objectUrls: 0 };
const BEGIN = "flow.film('/good.jpg').then(() => flow.press('Open the camera'))";
const NOBODY = "flow.film('/empty.jpg').then(() => flow.press('Open the camera'))";

/** How to get to a moment, and what the element has to let go there. */
const MOMENTS: readonly (readonly [moment: string, steps: readonly string[], holds: Partial<Held>])[] = [
  ['while camera and engine open', [NOBODY, "flow.hold('workers')"], { workers: 1 }],
  ['while a face is looked for', [NOBODY, "flow.seeHint('FACE_NOT_FOUND')"], { tracks: 1, workers: 1 }],
  ['in the hold', [BEGIN, "flow.reach('holding')"], { tracks: 1, workers: 1 }],
  ['with the photo in review', [BEGIN, "flow.reach('review')"], { workers: 1, objectUrls: 1 }],
  [
    'with the camera on the ID card',
    [BEGIN, "flow.press('Use this photo').then(() => flow.press('Use the camera'))", "flow.hold('tracks')"],
    { tracks: 1 },
  ],
  [
    'while the request is on its way',
    [
      BEGIN,
      "flow.press('Use this photo').then(() => flow.choose('card', '/card.jpg'))",
      "flow.reach('submitting')",
    ],
    {},
  ],
];

describe('taking the element out of the page', () => {
  let site: StaticServer;
  let browser: RunningEngine;

  before(async () => {
    site = await serveFlow(await flowFiles(), 'review');
    browser = await chromium.start();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const [moment, steps, holds] of MOMENTS) {
    it(`lets everything go in the same task ${moment}`, async () => {
      await hang(site);
      await browser.open(site.origin);
      for (const step of steps) await browser.run(step);
      const { before: heldBefore, after: heldAfter } = (await browser.run('flow.remove()')) as Record<
        'before' | 'after',
        Held
      >;
      for (const [what, count] of Object.entries(holds)) {
        assert.ok(heldBefore[what as keyof Held] >= count, `${what}: ${JSON.stringify(heldBefore)}`);
      }
      assert.deepEqual(heldAfter, NOTHING);
    });
  }
});

/** The next request gets no answer. */
async function hang({ origin }: StaticServer): Promise<void> {
  await fetch(`${origin}/__emulator/next`, { method: 'DELETE' });
  const { ok } = await fetch(`${origin}/__emulator/next`, { method: 'POST', body: '{"answer":"hang"}' });
  assert.ok(ok);
}
