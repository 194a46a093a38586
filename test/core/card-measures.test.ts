import { expect } from '@open-wc/testing';
import { CARD_LIMITS } from '../../src/core/card-judge.js';
import { halved, measureCard, type CardMeasures } from '../../src/core/card-measures.js';
import { cardPatch, type CardSceneOptions } from '../helpers/card-scene.js';
import type { Size } from '../../src/types/frame.js';

const measure = (options: CardSceneOptions = {}, camera?: Size): CardMeasures =>
  measureCard(cardPatch(options, camera), null).measures;
const CALM_TABLES = ['plain', 'dark', 'pale', 'checked', 'speckled'] as const;
const CAMERAS = [
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
] as const;

describe('the edges of a card', () => {
  for (const table of [...CALM_TABLES, 'wood'] as const) {
    for (const format of ['id-1', 'passport'] as const) {
      it(`are not found on a ${table} table without a ${format}`, () => {
        expect(measure({ table, format, fill: null })).to.include({ fill: null, tiltDeg: null });
      });
    }
  }

  for (const table of CALM_TABLES) {
    for (const fill of [0.4, 0.6, 0.7, 0.8, 0.9, 1]) {
      it(`tell a fill of ${100 * fill} % on a ${table} table`, () => {
        expect(measure({ table, fill }).fill).to.be.closeTo(fill, 0.02);
      });
    }

    for (const face of ['white', 'dark'] as const) {
      it(`are found of a ${face} card on a ${table} table`, () => {
        expect(measure({ table, face }).fill).to.be.closeTo(0.74, 0.03);
      });
    }
  }

  for (const fill of [0.6, 0.7, 0.8, 0.9]) {
    it(`are not far off at ${100 * fill} % between the planks of a wooden table`, () => {
      expect(measure({ table: 'wood', fill }).fill).to.be.closeTo(fill, 0.1);
    });
  }

  for (const camera of CAMERAS) {
    it(`are found in ${camera.width}×${camera.height}`, () => {
      expect(measure({}, camera).fill).to.be.closeTo(0.74, 0.02);
    });
  }

  it('are found of a passport’s page, and of a card beside the middle', () => {
    expect(measure({ format: 'passport' }).fill).to.be.closeTo(0.74, 0.02);
    expect(measure({ shift: { x: 0.04, y: -0.03 } }).fill).to.be.closeTo(0.74, 0.02);
  });

  it('are not found where one of them is outside the picture', () => {
    expect(measure({ shift: { x: 0.25, y: 0 } }).fill).to.equal(null);
  });

  for (const tiltDeg of [0, 3, 5, 8, 10, -5, -10]) {
    it(`tell a tilt of ${tiltDeg}° and the same fill`, () => {
      const measures = measure({ tiltDeg });
      expect(measures.tiltDeg).to.be.closeTo(Math.abs(tiltDeg), 2);
      expect(measures.fill).to.be.closeTo(0.74, 0.03);
    });
  }
});

describe('the light on a card', () => {
  for (const [brightness, isDark] of [
    [1, false],
    [0.5, false],
    [0.4, false],
    [0.25, true],
    [0.1, true],
  ] as const) {
    it(`is ${isDark ? 'too little' : 'enough'} at ${100 * brightness} %`, () => {
      expect(measure({ brightness }).luma < CARD_LIMITS.dark.enter).to.equal(isDark);
    });
  }

  it('is enough for a dark card, and told in the frame where no card is found', () => {
    expect(measure({ face: 'dark' }).luma).to.be.above(CARD_LIMITS.dark.enter);
    expect(measure({ fill: null, table: 'dark' }).luma).to.be.below(CARD_LIMITS.dark.enter);
  });

  for (const [glare, isTooMuch] of [
    [0, false],
    [0.03, false],
    [0.1, true],
    [0.15, true],
    [0.3, true],
  ] as const) {
    it(`is ${isTooMuch ? 'reflected' : 'not reflected'} by a spot of ${100 * glare} % of the height`, () => {
      expect(measure({ glare }).glareShare > CARD_LIMITS.glare.enter).to.equal(isTooMuch);
    });
  }

  it('tells the share of the card that a spot covers', () => {
    // A circle whose radius is 0.3 of the height covers π · 0.09 · (53.98 ÷ 85.6) of the area.
    expect(measure({ glare: 0.3 }).glareShare).to.be.within(0.17, 0.26);
  });

  it('is no reflection on a white card', () => {
    expect(measure({ face: 'white' }).glareShare).to.equal(0);
  });
});

describe('the sharpness of a card', () => {
  for (const camera of CAMERAS) {
    it(`falls with the blur in ${camera.width}×${camera.height}`, () => {
      const values = [0, 2, 4, 8].map((blurPx) => measure({ blurPx }, camera).sharpness);
      expect(values).to.deep.equal([...values].sort((a, b) => b - a));
      expect(values[0]).to.be.above(CARD_LIMITS.blurred.leave);
      expect(values[3]).to.be.below(CARD_LIMITS.blurred.enter);
    });
  }

  it('hardly depends on the colours of the card', () => {
    const camera = { width: 1920, height: 1080 };
    const [blue, white, dark] = (['blue', 'white', 'dark'] as const).map(
      (face) => measure({ face, blurPx: 3, table: 'plain' }, camera).sharpness,
    );
    expect(white).to.be.closeTo(blue ?? NaN, 0.2);
    expect(dark).to.be.closeTo(blue ?? NaN, 0.2);
  });

  it('is nothing where nothing is printed', () => {
    expect(measure({ fill: null }).sharpness).to.equal(0);
  });
});

describe('the motion of a card', () => {
  const motionTo = (first: CardSceneOptions, second: CardSceneOptions) =>
    measureCard(cardPatch(second), measureCard(cardPatch(first), null).luma).measures.motion;

  it('is unknown in the first picture, and nothing in two equal ones', () => {
    expect(measure().motion).to.equal(null);
    expect(motionTo({}, {})).to.equal(0);
  });

  it('is too much where the card moves by a fiftieth of the frame', () => {
    expect(motionTo({}, { shift: { x: 0.02, y: 0 } })).to.be.above(CARD_LIMITS.moving.enter);
  });

  it('is not the change that an exposure makes', () => {
    const moved = motionTo({}, { shift: { x: 0.02, y: 0 } }) ?? 0;
    expect(motionTo({}, { brightness: 0.95 })).to.be.below(moved / 3);
  });

  it('is unknown after the picture took another size', () => {
    const other = measureCard(cardPatch({}, { width: 480, height: 640 }), null).luma;
    expect(measureCard(cardPatch(), other).measures.motion).to.equal(null);
  });
});

describe('halved', () => {
  it('takes the mean of four pixels each, and leaves an odd row and column out', () => {
    const data = new Uint8ClampedArray(4 * 3 * 3);
    [10, 20, 99, 30, 40, 99, 99, 99, 99].forEach((level, pixel) =>
      data.fill(level, 4 * pixel, 4 * pixel + 4),
    );
    const half = halved({ data, width: 3, height: 3 });
    expect([half.width, half.height, ...half.data]).to.deep.equal([1, 1, 25, 25, 25, 25]);
  });
});
