import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { playSequences } from '../../bench/best-frame/play-sequences.ts';
import type { PhotoResult, SequenceResult } from '../../bench/best-frame/result.ts';
import { tally } from '../../bench/best-frame/tally.ts';
import { PACE } from '../../src/core/pace.ts';

/** Few of the sequences of `npm run bench:best-frame`, each with a blink. */
const CHOICE = { perPerson: 1, mostPeople: 5 };
/** Under what is measured on many, so that few may have one odd one among them. */
const BEST_THREE_FLOOR = 0.8;

describe('photos of sequences with one best frame', () => {
  let results: readonly SequenceResult[] = [];
  let photos: readonly PhotoResult[] = [];

  before(async () => {
    ({ results } = await playSequences(CHOICE));
    photos = results.flatMap(({ photo }) => photo ?? []);
  });

  it('are taken of everybody', () => {
    assert.ok(results.length >= 3, 'too few people can be captured');
    assert.equal(photos.length, results.length);
  });

  it('are of one of the three best frames', () => {
    const { bestThree, taken } = tally(results);
    assert.ok(bestThree / taken >= BEST_THREE_FLOOR, `${bestThree} of ${taken}`);
  });

  it('pass every guard when judged alone from their own JPEG', () => {
    assert.deepEqual(
      photos.flatMap(({ failing }) => failing),
      [],
    );
  });

  it('take no longer for a blink', () => {
    // The frames' own times: a hold that began anew would take so much longer.
    const oneFrameMs = 1000 / 15;
    assert.ok(photos.every(({ tookMs }) => tookMs <= PACE.holdMs + oneFrameMs));
  });

  it('never show closed eyes', () => {
    assert.ok(results.some(({ blinks }) => blinks));
    assert.ok(photos.every(({ eyesClosed }) => !eyesClosed));
  });
});
