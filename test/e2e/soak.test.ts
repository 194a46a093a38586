import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soakMounts, soakTracking } from '../../bench/soak/soak.ts';

const NOTHING = { tracks: 0, workers: 0, frames: 0, objectUrls: 0 };
/** An element that stays is a multiple of this: its engine alone takes some 30 MB. The heap breathes by a few per cent. */
const BREATH = 1.25;

describe('the short soak', () => {
  it('lets everything go, at whatever moment an element is taken out of the page', async () => {
    const { weighings, left, ever } = await soakMounts({ mounts: 10, weighEvery: 5 });
    assert.deepEqual(left, NOTHING);
    assert.ok(
      Object.values(ever).every((count) => count > 0),
      JSON.stringify(ever),
    );
    const [first, last] = weighings;
    assert.ok(first && last && last.heapBytes < BREATH * first.heapBytes, JSON.stringify(weighings));
  });

  it('holds one frame at most while it tracks', async () => {
    const { weighings, left, ever, mostFramesInWorker } = await soakTracking({
      seconds: 4,
      weighEverySeconds: 2,
    });
    assert.ok(mostFramesInWorker <= 1, `${mostFramesInWorker} frames in the worker`);
    assert.ok(ever.frames > weighings.length, JSON.stringify(ever));
    assert.deepEqual(left, NOTHING);
  });
});
