import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { judgeFrame } from '../../src/core/judged-frame.js';
import { LIMIT_SPECS, mergeLimits, type LimitOverrides } from '../../src/core/limits.js';
import { LANDMARK_COUNT } from '../../src/core/landmarks.js';
import { observe, type Detection, type PixelSource } from '../../src/core/observe.js';
import { thumbnailSize } from '../../src/core/thumbnail.js';
import { PACE } from '../../src/core/pace.js';
import { next, type CaptureState, type Signal } from '../../src/core/phase.js';
import { CaptureError } from '../../src/core/errors.js';
import { GUARD_IDS, PHASE_NAMES } from '../../src/types/capture.js';
import type { Observation } from '../../src/types/frame.js';
import { goodObservation } from '../helpers/observation.js';
import { judgedFrames } from '../helpers/judged-frames.js';

const PHOTO = { width: 960, height: 1280 };
const NO_LIMITS_CHANGED = mergeLimits();
const JUDGEMENT = { limits: NO_LIMITS_CHANGED, disabled: new Set<never>(), failing: new Set<string>() };
/** More than any patch of a face needs; a reader that asks for more would take the page's memory. */
const MOST_PIXELS = 2_000_000;

/** Doubles with NaN and both infinities among them far more often than by chance. */
const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 1, -1, 1e-300, 1e300, Number.MAX_SAFE_INTEGER),
);

const coordinate = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -0.5, max: 1.5, noNaN: true }) },
  { weight: 1, arbitrary: anyNumber },
);

/** Landmarks made by repeating a short list: too many numbers to draw each, and odd ones everywhere. */
const landmarks = fc
  .tuple(
    fc.array(coordinate, { minLength: 1, maxLength: 90 }),
    fc.constantFrom(0, 3, 3 * LANDMARK_COUNT - 3, 3 * LANDMARK_COUNT, 3 * LANDMARK_COUNT + 3),
  )
  .map(([few, length]) => Float32Array.from({ length }, (_, index) => few[index % few.length] ?? 0));

const detection: fc.Arbitrary<Detection> = fc.record({
  landmarks,
  matrix: fc.option(fc.array(anyNumber, { maxLength: 20 })),
  blink: fc.option(fc.record({ left: anyNumber, right: anyNumber })),
});

/** A camera picture of one colour, that notes the most that was read at once. */
function picture(level: number): { readonly source: PixelSource; readonly mostPixels: () => number } {
  let most = 0;
  const source: PixelSource = {
    read: (_region, { width, height }) => {
      most = Math.max(most, width * height);
      const isTooMuch = !(width * height <= MOST_PIXELS);
      const length = isTooMuch ? 4 : 4 * width * height;
      const data = new Uint8ClampedArray(length).fill(level);
      return isTooMuch ? { width: 1, height: 1, data } : { width, height, data };
    },
  };
  return { source, mostPixels: () => most };
}

/** A measurement of any value in the place of each number of a good observation. */
function withNumbers(value: unknown, numbers: () => number): unknown {
  if (typeof value === 'number') return numbers();
  if (Array.isArray(value)) return value.map((item) => withNumbers(item, numbers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNumbers(item, numbers)]));
}

describe('input that no camera and no host should give', () => {
  it('measures 0 to 50 faces with any landmarks, matrix and blink, and reads no more than a face needs', () => {
    fc.assert(
      fc.property(
        fc.array(detection, { maxLength: 50 }),
        fc.integer({ min: 0, max: 255 }),
        (detections, level) => {
          const { source, mostPixels } = picture(level);
          const thumbnail = source.read({ x: 0, y: 0, ...PHOTO }, thumbnailSize(PHOTO));
          const input = { photo: PHOTO, thumbnail, pixels: source };
          const seen = observe({ at: 0, ...input, detections, wantLandmarks: false });
          expect(mostPixels()).to.be.at.most(MOST_PIXELS);
          expect(seen.faces.length).to.be.at.most(detections.length);
          const { verdicts, wanted } = judgeFrame(seen, 1, JUDGEMENT);
          // What could not be measured is no photo.
          if (!seen.face) expect(wanted).not.to.equal(null);
          for (const { value, limit } of verdicts) {
            expect(value === null || Number.isFinite(value)).to.equal(true);
            expect(limit).to.be.finite;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('judges and scores observations of any numbers', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 40 }), (few) => {
        let place = 0;
        const numbers = () => few[place++ % few.length] ?? 0;
        const observation = withNumbers(goodObservation(), numbers) as Observation;
        const { verdicts, wanted, score } = judgeFrame(observation, 1, JUDGEMENT);
        expect(new Set(verdicts.map(({ guard }) => guard)).size).to.equal(GUARD_IDS.length);
        expect(wanted === null || verdicts.includes(wanted)).to.equal(true);
        expect(score >= 0 && score <= 1, `score ${score}`).to.equal(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes limits within their ranges or refuses them with a RangeError', () => {
    const limit = fc.oneof(anyNumber, fc.record({ enter: anyNumber, leave: anyNumber }), fc.anything());
    const name = fc.oneof(fc.constantFrom(...Object.keys(LIMIT_SPECS)), fc.string());
    fc.assert(
      fc.property(fc.dictionary(name, limit, { maxKeys: 4 }), (overrides) => {
        try {
          for (const [key, { enter, leave }] of Object.entries(mergeLimits(overrides as LimitOverrides))) {
            const { range, fails } = LIMIT_SPECS[key as keyof typeof LIMIT_SPECS];
            expect(enter).to.be.within(...range);
            expect(leave).to.be.within(...range);
            expect(fails === 'above' ? leave <= enter : leave >= enter).to.equal(true);
          }
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('stays in a phase that there is, whatever happens in whatever order', () => {
    const error = new CaptureError('ENDPOINT_FAILED', 'The endpoint answered 500.');
    const hint = { code: 'EYES_CLOSED', message: 'Eyes are closed', text: 'Open them.' };
    const signal: fc.Arbitrary<Signal> = fc.oneof(
      judgedFrames(anyNumber).map((frame): Signal => ({ kind: 'frame', frame })),
      judgedFrames(anyNumber).map((frame): Signal => ({ kind: 'spoiled', frame })),
      fc.record({ frameId: fc.nat(), at: anyNumber }).map((at): Signal => ({ kind: 'shutter', ...at })),
      fc.boolean().map((maybeCard): Signal => ({ kind: 'refused', hint, maybeCard, error })),
      fc.boolean().map((wasDone): Signal => ({ kind: 'moved', wasDone })),
      fc.constantFrom<Signal>(
        { kind: 'start' },
        { kind: 'ready' },
        { kind: 'photo' },
        { kind: 'uploaded' },
        { kind: 'reopen' },
        { kind: 'proceed' },
        { kind: 'retake' },
        { kind: 'change-card' },
        { kind: 'cancel' },
        { kind: 'answered' },
        { kind: 'blocked', error },
        { kind: 'failed', error },
        { kind: 'stop' },
      ),
    );
    const plan = fc.record({
      review: fc.boolean(),
      needsCard: fc.boolean(),
      posts: fc.boolean(),
      hasPhoto: fc.boolean(),
      pace: fc.constant(PACE),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(signal, plan), { maxLength: 60 }), (steps) => {
        let state: CaptureState = { phase: 'idle' };
        for (const [given, ahead] of steps) {
          const before: CaptureState = state;
          state = next(before, given, ahead);
          expect(PHASE_NAMES).to.include(state.phase);
          // Nothing is sent without a photo, and only an answer to a post is a result.
          if (state.phase === 'submitting' && before.phase !== 'submitting')
            expect(ahead.posts).to.equal(true);
          if (given.kind === 'stop') expect(state.phase).to.equal('idle');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
