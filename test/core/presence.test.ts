import { expect } from '@open-wc/testing';
import { followPresence } from '../../src/core/presence.js';
import type { PresencePeak } from '../../src/types/frame.js';

const BOX = { x: 300, y: 400, width: 300, height: 400 };
const peak = (change: Partial<PresencePeak> = {}): PresencePeak => ({
  logit: 26,
  at: 1000,
  box: BOX,
  ...change,
});
const moved = (x: number, y: number, grown = 0) => ({
  x: BOX.x + x - grown / 2,
  y: BOX.y + y - grown / 2,
  width: BOX.width + grown,
  height: BOX.height + grown,
});

describe('followPresence', () => {
  for (const [what, before, now, kept] of [
    ['begins with the first frame', null, peak(), false],
    ['keeps the surer frame while the face stays', peak(), peak({ logit: 15, at: 1100 }), true],
    ['takes a surer frame', peak(), peak({ logit: 27, at: 1100 }), false],
    [
      'keeps it while the face moves by less than a third of its height',
      peak(),
      peak({ logit: 15, at: 1100, box: moved(119, 0) }),
      true,
    ],
    [
      'forgets it when the face moves further',
      peak(),
      peak({ logit: 15, at: 1100, box: moved(121, 0) }),
      false,
    ],
    [
      'forgets it when the face comes much closer',
      peak(),
      peak({ logit: 15, at: 1100, box: moved(0, 0, 121) }),
      false,
    ],
    ['keeps it for ten seconds', peak(), peak({ logit: 15, at: 11_000 }), true],
    ['forgets it afterwards', peak(), peak({ logit: 15, at: 11_001 }), false],
    ['forgets it when the clock goes back', peak(), peak({ logit: 15, at: 999 }), false],
  ] as const) {
    it(what, () => {
      expect(followPresence(before, now)).to.deep.equal(kept ? { ...before, box: now.box } : now);
    });
  }

  it('follows a face that moves on by small steps', () => {
    let followed = peak();
    for (let step = 1; step <= 10; step += 1) {
      followed = followPresence(
        followed,
        peak({ logit: 15, at: 1000 + 66 * step, box: moved(30 * step, 0) }),
      );
    }
    expect(followed.logit).to.equal(26);
  });
});
