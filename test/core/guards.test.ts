import { expect } from '@open-wc/testing';
import { firstFailure, judge } from '../../src/core/guards.js';
import { HINTS } from '../../src/core/hints.js';
import { mergeLimits } from '../../src/core/limits.js';
import { verdictKey } from '../../src/core/steady.js';
import { GUARD_IDS, type Direction, type GuardId } from '../../src/types/capture.js';
import type { Rect } from '../../src/types/frame.js';
import { goodObservation, type ObservationChanges } from '../helpers/observation.js';

const LIMITS = mergeLimits();
const verdictOf = (changes: ObservationChanges, key: string, failing: string[] = []) => {
  const found = judge(goodObservation(changes), LIMITS, new Set(failing)).find(
    (verdict) => verdictKey(verdict) === key,
  );
  if (!found) throw new Error(`no verdict ${key}`);
  return found;
};
const hintOf = (changes: ObservationChanges, disabled: GuardId[] = []) =>
  firstFailure(judge(goodObservation(changes), LIMITS), new Set(disabled));

/** A 960 × 1280 frame: the box by its sides in px, centred unless told. */
const box = (width: number, height: number, x = (960 - width) / 2, y = (1280 - height) / 2): Rect => ({
  x,
  y,
  width,
  height,
});
const angle = (yawDeg: number, pitchDeg = 0, rollDeg = 0) => ({
  face: { pose: { yawDeg, pitchDeg, rollDeg } },
});
const skin = (change: object) => ({
  face: { skin: { medianLuma: 140, cheekRatio: 0.95, ...change } },
});
const tones = (change: object) => ({
  face: { tones: { darkestLuma: 30, brightestLuma: 200, clippedShare: 0, ...change } },
});
const seenBoxes = (share: number) => [box(450, 600), box(300, 600 * share, 0, 0)];

/** Each measurement: key, changes for a value, the last good value, the first bad one, the last good one after a failure. */
const SWEEPS: readonly [
  key: string,
  at: (value: number) => ObservationChanges,
  limit: number,
  leave: number,
  step: number,
][] = [
  ['TOO_MANY_FACES/default', (share) => ({ faces: seenBoxes(share) }), 0.3, 0.25, 0.001],
  [
    'FACE_CROPPED/default',
    (outside) => ({ face: { ovalOutside: Math.max(0, outside), box: box(400, 600, outside < 0 ? 200 : 4) } }),
    0,
    -1,
    1,
  ],
  ['FACE_TOO_CLOSE/default', (share) => ({ face: { box: box(500, 1280 * share) } }), 0.75, 0.72, 0.001],
  [
    'FACE_TOO_CLOSE/default',
    (share) => ({ face: { box: box(500, 896), chinBelowBoxPx: 1280 * share - 896 } }),
    0.75,
    0.72,
    0.001,
  ],
  [
    'FACE_CLOSE_TO_BORDER/gap',
    (share) => ({ face: { box: box(400, 600, 960 * share) } }),
    0.04,
    0.05,
    -0.001,
  ],
  [
    'FACE_CLOSE_TO_BORDER/centre',
    (share) => ({ face: { box: box(400, 600, 280, 340 + 1280 * share) } }),
    0.18,
    0.16,
    0.001,
  ],
  ['FACE_TOO_SMALL/absolute', (side) => ({ face: { box: box(side, 500) } }), 224, 231, -0.5],
  ['FACE_TOO_SMALL/interpupillary', (px) => ({ face: { interpupillaryPx: px } }), 90, 93, -0.5],
  ['FACE_TOO_SMALL/relative', (share) => ({ face: { box: box(330, 1280 * share) } }), 0.3, 0.32, -0.001],
  [
    'FACE_TOO_SMALL/relative',
    (share) => ({ face: { box: box(330, 340), chinBelowBoxPx: 1280 * share - 340 } }),
    0.3,
    0.32,
    -0.001,
  ],
  ['FACE_ANGLE_TOO_LARGE/yaw', (deg) => angle(deg), 17, 15, 0.1],
  ['FACE_ANGLE_TOO_LARGE/yaw', (deg) => angle(-deg), 17, 15, 0.1],
  ['FACE_ANGLE_TOO_LARGE/pitch', (deg) => angle(0, deg), 17, 15, 0.1],
  ['FACE_ANGLE_TOO_LARGE/pitch', (deg) => angle(0, -deg), 17, 15, 0.1],
  ['FACE_ANGLE_TOO_LARGE/roll', (deg) => angle(0, 0, deg), 27, 25, 0.1],
  ['FACE_ANGLE_TOO_LARGE/roll', (deg) => angle(0, 0, -deg), 27, 25, 0.1],
  [
    'FACE_IS_OCCLUDED/presence',
    (share) => ({
      face: { presenceLogit: 20 * share, presencePeak: { logit: 20, at: 0, box: box(400, 500) } },
    }),
    0.72,
    0.78,
    -0.001,
  ],
  ['EYES_CLOSED/aspect', (left) => ({ face: { eyeAspect: { left, right: left } } }), 0.16, 0.18, -0.001],
  ['EYES_CLOSED/aspect', (right) => ({ face: { eyeAspect: { left: 0.2, right } } }), 0.16, 0.18, -0.001],
  ['EYES_CLOSED/lids', (eyesClosed) => ({ face: { eyesClosed } }), 0.63, 0.5, 0.01],
  ['EYES_CLOSED/blink', (left) => ({ face: { blink: { left, right: 0 } } }), 0.55, 0.45, 0.01],
  ['IMAGE_TOO_DARK/skin', (medianLuma) => skin({ medianLuma }), 30, 34, -1],
  ['IMAGE_TOO_DARK/face', (brightestLuma) => tones({ brightestLuma }), 56, 62, -1],
  ['IMAGE_TOO_DARK/frame', (frameLuma) => ({ face: null, frameLuma }), 35, 40, -1],
  ['IMAGE_TOO_BRIGHT/skin', (medianLuma) => skin({ medianLuma }), 235, 230, 1],
  ['IMAGE_TOO_BRIGHT/clipped', (clippedShare) => tones({ clippedShare }), 0.08, 0.06, 0.001],
  ['IMAGE_TOO_BRIGHT/washed-out', (darkestLuma) => tones({ darkestLuma }), 130, 120, 1],
  ['IMAGE_UNEVEN_LIGHT/default', (cheekRatio) => skin({ cheekRatio }), 0.4, 0.44, -0.001],
  [
    'IMAGE_BACKLIT/default',
    (ratio) => ({ face: { surroundLuma: 100 * ratio, ...tones({ brightestLuma: 100 }).face } }),
    2.3,
    2.1,
    0.01,
  ],
  ['IMAGE_BLURRED/default', (sharpness) => ({ face: { sharpness } }), 24, 28, -0.1],
];
/** Shares of a frame are not exact in binary, so that a boundary is tested this near to it. */
const HAIR = 1e-6;

describe('judge', () => {
  it('passes a good face by every measurement', () => {
    const verdicts = judge(goodObservation(), LIMITS);
    expect(verdicts.filter(({ pass }) => !pass)).to.deep.equal([]);
    expect(firstFailure(verdicts)).to.equal(null);
  });

  it('gives at least one verdict for every guard, in the documented order', () => {
    const guards = judge(goodObservation(), LIMITS).map(({ guard }) => guard);
    expect([...new Set(guards)]).to.deep.equal([...GUARD_IDS]);
    const order = guards.map((guard) => GUARD_IDS.indexOf(guard));
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
  });

  for (const [key, at, limit, leave, step] of SWEEPS) {
    const good = Math.sign(step) * -HAIR;
    it(`${key} fails beyond ${limit} and, having failed, until ${leave}`, () => {
      expect(verdictOf(at(limit + (key.includes('CROPPED') ? 0 : good)), key), 'at the limit').to.include({
        pass: true,
        limit,
      });
      expect(verdictOf(at(limit + step), key), 'beyond it').to.include({ pass: false, limit });
      expect(verdictOf(at(leave + (key.includes('CROPPED') ? 0 : good)), key, [key]), 'left').to.include({
        pass: true,
        limit: leave,
      });
      expect(verdictOf(at(leave + step), key, [key]), 'not yet left').to.include({
        pass: false,
        limit: leave,
      });
    });
  }

  it('keeps the leave limit to the measurement that failed', () => {
    expect(verdictOf(angle(16), 'FACE_ANGLE_TOO_LARGE/yaw', ['FACE_ANGLE_TOO_LARGE/pitch']).pass).to.equal(
      true,
    );
  });

  it('finds no face in an empty room and judges nothing else of it', () => {
    const failures = judge(goodObservation({ face: null }), LIMITS).filter(({ pass }) => !pass);
    expect(failures).to.have.length(1);
    expect(failures[0]).to.include({ guard: 'FACE_NOT_FOUND', value: 0, message: 'Failed to detect face' });
  });

  it('passes what is not a number, without throwing', () => {
    const verdict = verdictOf({ face: { sharpness: NaN } }, 'IMAGE_BLURRED/default');
    expect(verdict).to.include({ pass: true, value: null });
  });

  for (const guard of GUARD_IDS) {
    it(`${guard} speaks with its documented messages`, () => {
      const messages = judge(goodObservation(), LIMITS)
        .filter((verdict) => verdict.guard === guard)
        .map(({ message }) => message);
      expect([...new Set(messages)]).to.deep.equal(HINTS[guard].map(({ message }) => message));
    });
  }

  it('does not call a turned head small for its narrow box', () => {
    const narrow = { box: box(200, 500), pose: { yawDeg: 55, pitchDeg: 0, rollDeg: 0 } };
    expect(hintOf({ face: narrow })).to.include({ guard: 'FACE_ANGLE_TOO_LARGE', direction: 'turn-right' });
  });
});

describe('direction of a verdict, as the person sees themselves mirrored', () => {
  for (const [what, changes, guard, direction] of [
    ['face at the left of the photo', { box: box(400, 600, 10) }, 'FACE_CLOSE_TO_BORDER', 'left'],
    ['face at the right of the photo', { box: box(400, 600, 550) }, 'FACE_CLOSE_TO_BORDER', 'right'],
    ['face at the top', { box: box(400, 600, 280, 10) }, 'FACE_CLOSE_TO_BORDER', 'down'],
    ['face at the bottom', { box: box(400, 600, 280, 670) }, 'FACE_CLOSE_TO_BORDER', 'up'],
    ['face off the centre to the left', { box: box(300, 600, 100) }, 'FACE_CLOSE_TO_BORDER', 'left'],
    ['face that fills the width', { box: box(930, 900) }, 'FACE_CLOSE_TO_BORDER', 'back'],
    ['face cut at the right', { box: box(400, 600, 600), ovalOutside: 3 }, 'FACE_CROPPED', 'right'],
    ['face too near', { box: box(700, 1000) }, 'FACE_TOO_CLOSE', 'back'],
    ['face too far', { box: box(200, 300), interpupillaryPx: 80 }, 'FACE_TOO_SMALL', 'closer'],
    ['nose to the right of the photo', angle(30).face, 'FACE_ANGLE_TOO_LARGE', 'turn-right'],
    ['nose to the left of the photo', angle(-30).face, 'FACE_ANGLE_TOO_LARGE', 'turn-left'],
    ['nose down', angle(0, 30).face, 'FACE_ANGLE_TOO_LARGE', 'chin-up'],
    ['nose up', angle(0, -30).face, 'FACE_ANGLE_TOO_LARGE', 'chin-down'],
    ['head tilted clockwise in the photo', angle(0, 0, 40).face, 'FACE_ANGLE_TOO_LARGE', 'tilt-right'],
    ['head tilted the other way', angle(0, 0, -40).face, 'FACE_ANGLE_TOO_LARGE', 'tilt-left'],
  ] as const satisfies readonly (readonly [string, ObservationChanges['face'], GuardId, Direction])[]) {
    it(`${what}: ${direction}`, () => {
      expect(hintOf({ face: changes })).to.include({ guard, direction });
    });
  }

  it('is not given where nothing has to move', () => {
    expect(judge(goodObservation(), LIMITS).some((verdict) => 'direction' in verdict)).to.equal(false);
  });
});

describe('one closed eye', () => {
  const aspectOf = (left: number, right: number) =>
    judge(goodObservation({ face: { eyeAspect: { left, right } } }), LIMITS).find(
      ({ guard, measure }) => guard === 'EYES_CLOSED' && measure === 'aspect',
    );

  for (const [left, right, pass] of [
    [0.22, 0.25, true],
    [0.2, 0.36, false],
    [0.36, 0.2, false],
    [0.15, 0.15, false],
    [0, 0, false],
  ] as const) {
    it(`openings of ${left} and ${right} ${pass ? 'pass' : 'fail'}`, () => {
      expect(aspectOf(left, right)?.pass).to.equal(pass);
    });
  }
});

describe('firstFailure', () => {
  const masked = { cover: { mouth: 0.98, nose: 0.9, eyes: 0.02 } };

  it('is the first in the documented order', () => {
    expect(hintOf({ face: { ...angle(30).face, sharpness: 0, ovalOutside: 1 } })?.guard).to.equal(
      'FACE_CROPPED',
    );
  });

  it('leaves out guards that only report', () => {
    expect(hintOf(angle(30), ['FACE_ANGLE_TOO_LARGE'])).to.equal(null);
  });

  for (const [frameLuma, guard] of [
    [34, 'IMAGE_TOO_DARK'],
    [35, 'FACE_NOT_FOUND'],
  ] as const) {
    it(`is ${guard} where no face is found in a frame of luma ${frameLuma}`, () => {
      expect(hintOf({ face: null, frameLuma })?.guard).to.equal(guard);
    });
  }

  it('stays with the missing face in a dark frame where darkness only reports', () => {
    expect(hintOf({ face: null, frameLuma: 10 }, ['IMAGE_TOO_DARK'])?.guard).to.equal('FACE_NOT_FOUND');
  });

  for (const [mouth, pitchDeg, guard] of [
    [0.6, 19, 'FACE_IS_OCCLUDED'],
    [0.6, 25, 'FACE_IS_OCCLUDED'],
    [0.6, 26, 'FACE_ANGLE_TOO_LARGE'],
    [0.98, 26, 'FACE_IS_OCCLUDED'],
    [0.98, 34, 'FACE_IS_OCCLUDED'],
    [0.98, 35, 'FACE_ANGLE_TOO_LARGE'],
  ] as const) {
    it(`is ${guard} where a mouth reads as covered by ${mouth} and the head as turned by ${pitchDeg}°`, () => {
      const pose = { yawDeg: 0, pitchDeg, rollDeg: 0 };
      expect(hintOf({ face: { cover: { ...masked.cover, mouth }, pose } })?.guard).to.equal(guard);
    });
  }

  it('stays with a tilt, which a mask does not mislead', () => {
    const tilted = { ...masked, pose: { yawDeg: 0, pitchDeg: 0, rollDeg: 30 } };
    expect(hintOf({ face: tilted })).to.include({ guard: 'FACE_ANGLE_TOO_LARGE', measure: 'roll' });
  });

  it('is IMAGE_BLURRED where a face reads as covered for that reason', () => {
    expect(hintOf({ face: { ...masked, sharpness: 2 } })?.guard).to.equal('IMAGE_BLURRED');
  });

  for (const [mouth, sharpness, guard] of [
    [0.9, 12, 'IMAGE_BLURRED'],
    [0.9, 12.1, 'FACE_IS_OCCLUDED'],
    [0.89, 23.9, 'IMAGE_BLURRED'],
  ] as const) {
    it(`is ${guard} where a mouth reads as covered by ${mouth} in a picture as sharp as ${sharpness}`, () => {
      expect(hintOf({ face: { cover: { mouth, nose: 0, eyes: 0 }, sharpness } })?.guard).to.equal(guard);
    });
  }

  for (const [part, value, guard] of [
    ['mouth', 0.89, 'IMAGE_UNEVEN_LIGHT'],
    ['mouth', 0.9, 'FACE_IS_OCCLUDED'],
    ['eyes', 0.89, 'IMAGE_UNEVEN_LIGHT'],
    ['eyes', 0.9, 'FACE_IS_OCCLUDED'],
    ['nose', 1, 'IMAGE_UNEVEN_LIGHT'],
  ] as const) {
    it(`is ${guard} where one-sided light falls on a face whose ${part} read as covered by ${value}`, () => {
      const cover = { mouth: 0, nose: 0, eyes: 0, [part]: value };
      expect(hintOf({ face: { cover, ...skin({ cheekRatio: 0.2 }).face } })?.guard).to.equal(guard);
    });
  }

  for (const [cover, fault, guard] of [
    [{ nose: 1 }, { eyeAspect: { left: 0.1, right: 0.1 } }, 'EYES_CLOSED'],
    [{ nose: 1 }, { surroundLuma: 255, ...tones({ brightestLuma: 80 }).face }, 'IMAGE_BACKLIT'],
    [{ nose: 1, mouth: 0.6 }, { eyeAspect: { left: 0.1, right: 0.1 } }, 'FACE_IS_OCCLUDED'],
    [{ nose: 1, eyes: 0.6 }, { eyeAspect: { left: 0.1, right: 0.1 } }, 'FACE_IS_OCCLUDED'],
    [{ mouth: 0.6 }, { eyeAspect: { left: 0.1, right: 0.1 } }, 'FACE_IS_OCCLUDED'],
    [{ nose: 1 }, {}, 'FACE_IS_OCCLUDED'],
  ] as const) {
    const parts = Object.keys(cover).join(' and ');
    const other = Object.keys(fault).join(' and ') || 'nothing else';
    it(`is ${guard} where ${parts} read as covered and ${other} is wrong`, () => {
      const face = { cover: { mouth: 0, nose: 0, eyes: 0, ...cover }, ...fault };
      expect(hintOf({ face })?.guard).to.equal(guard);
    });
  }

  it('is FACE_IS_OCCLUDED in one-sided light where any part is surely covered, though another is not', () => {
    const cover = { mouth: 0.6, nose: 0, eyes: 0.95 };
    expect(hintOf({ face: { cover, ...skin({ cheekRatio: 0.2 }).face } })?.guard).to.equal(
      'FACE_IS_OCCLUDED',
    );
  });

  for (const [px, guard] of [
    [80, 'FACE_ANGLE_TOO_LARGE'],
    [60, 'FACE_TOO_SMALL'],
  ] as const) {
    it(`is ${guard} where a head is turned and its eyes are ${px} px apart`, () => {
      expect(hintOf({ face: { ...angle(30).face, interpupillaryPx: px } })?.guard).to.equal(guard);
    });
  }

  for (const [cause, fault] of [
    ['IMAGE_TOO_DARK', skin({ medianLuma: 10 }).face],
    ['IMAGE_UNEVEN_LIGHT', skin({ cheekRatio: 0.2 }).face],
    ['IMAGE_BLURRED', { sharpness: 2 }],
    ['IMAGE_BACKLIT', { surroundLuma: 255, ...tones({ brightestLuma: 80 }).face }],
  ] as const) {
    it(`is ${cause} where eyes read as closed for that reason`, () => {
      expect(hintOf({ face: { eyeAspect: { left: 0.1, right: 0.1 }, ...fault } })?.guard).to.equal(cause);
    });
  }

  for (const [medianLuma, guard] of [
    [20, 'IMAGE_TOO_DARK'],
    [245, 'IMAGE_TOO_BRIGHT'],
    [140, 'FACE_IS_OCCLUDED'],
  ] as const) {
    it(`is ${guard} where a face of skin luma ${medianLuma} reads as covered`, () => {
      expect(hintOf({ face: { ...masked, ...skin({ medianLuma }).face } })?.guard).to.equal(guard);
    });
  }

  const badPictures = [
    ['IMAGE_TOO_DARK', skin({ medianLuma: 10 }).face],
    ['IMAGE_TOO_BRIGHT', skin({ medianLuma: 245 }).face],
    ['IMAGE_UNEVEN_LIGHT', skin({ cheekRatio: 0.2 }).face],
    ['IMAGE_BLURRED', { sharpness: 2 }],
  ] as const;
  for (const [cause, fault] of badPictures) {
    for (const [axis, degrees, guard] of [
      ['pitchDeg', 21.2, cause],
      ['pitchDeg', -21.2, cause],
      ['pitchDeg', 21.3, 'FACE_ANGLE_TOO_LARGE'],
      ['yawDeg', 19.5, cause],
      ['yawDeg', -19.5, cause],
      ['yawDeg', 19.6, 'FACE_ANGLE_TOO_LARGE'],
      ['rollDeg', 27.1, 'FACE_ANGLE_TOO_LARGE'],
    ] as const) {
      it(`is ${guard} where ${cause} fails too and ${axis} reads as ${degrees}`, () => {
        const pose = { yawDeg: 0, pitchDeg: 0, rollDeg: 0, [axis]: degrees };
        expect(hintOf({ face: { pose, ...fault } })?.guard).to.equal(guard);
      });
    }
  }

  for (const [brightestLuma, guard] of [
    [55, 'IMAGE_TOO_DARK'],
    [56, 'IMAGE_UNEVEN_LIGHT'],
  ] as const) {
    it(`is ${guard} where most of the skin is dark, one cheek more so, and the brightest luma ${brightestLuma}`, () => {
      const dark = skin({ medianLuma: 20, cheekRatio: 0.2 }).face;
      expect(hintOf({ face: { ...dark, ...tones({ brightestLuma }).face } })?.guard).to.equal(guard);
    });
  }
});
