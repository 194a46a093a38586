import { expect } from '@open-wc/testing';
import {
  NO_SIGNALS,
  noteAnalysed,
  noteCamera,
  noteHidden,
  notePicture,
  signalsOf,
  type SignalState,
} from '../../src/core/camera-signals.js';
import { goodObservation } from '../helpers/observation.js';

const HD = { width: 1280, height: 720 };
const VGA = { width: 640, height: 480 };

/** Pictures at these times. */
const pictures = (state: SignalState, times: readonly number[], size = HD): SignalState =>
  times.reduce((before, at) => notePicture(before, at, size), state);
const steady = (from: number, count: number, everyMs: number) =>
  Array.from({ length: count }, (_, index) => from + index * everyMs);
const told = (state: SignalState) => signalsOf(state, 'auto');

describe('camera signals', () => {
  for (const [label, camera] of [
    ['FaceTime HD Camera', 'physical'],
    ['OBS Virtual Camera', 'virtual'],
    ['Integrated IR Camera', 'infrared'],
    ['', 'unknown'],
  ] as const) {
    it(`calls "${label}" ${camera}`, () => {
      expect(told(noteCamera(NO_SIGNALS, { deviceId: 'a', label })).camera).to.equal(camera);
    });
  }

  it('holds neither a label nor an id', () => {
    const state = noteCamera(NO_SIGNALS, { deviceId: 'secret-id', label: 'Ann’s camera' });
    expect(JSON.stringify(told(state))).to.not.match(/secret|Ann/);
  });

  it('counts another device, and not the same one again', () => {
    const open = (state: SignalState, deviceId: string) => noteCamera(state, { deviceId, label: 'Camera' });
    expect(told(open(open(NO_SIGNALS, 'a'), 'a')).deviceChanges).to.equal(0);
    expect(told(open(open(open(NO_SIGNALS, 'a'), 'b'), 'a')).deviceChanges).to.equal(2);
  });

  it('tells rate and jitter: none of a metronome, much of a player that stumbles', () => {
    const even = told(pictures(NO_SIGNALS, steady(0, 61, 50)));
    expect(even).to.include({ pictures: 61, framesPerSecond: 20, intervalJitter: 0, frameRateChanges: 0 });
    // Intervals of 10 and 90 ms by turns: mean 50, deviation 40.
    const stumbling = told(
      pictures(
        NO_SIGNALS,
        steady(0, 40, 100).flatMap((at) => [at, at + 10]),
      ),
    );
    expect(stumbling.intervalJitter).to.equal(0.8);
  });

  for (const [everyMs, changes] of [
    [40, 0],
    [60, 0],
    [100, 1],
    [20, 1],
  ] as const) {
    it(`counts ${changes} changes from a picture every 50 ms to one every ${everyMs} ms`, () => {
      const before = pictures(NO_SIGNALS, steady(0, 61, 50));
      expect(told(pictures(before, steady(3000 + everyMs, 100, everyMs))).frameRateChanges).to.equal(changes);
    });
  }

  it('takes a pause for no picture rate, nor a clock that went back', () => {
    const before = pictures(NO_SIGNALS, steady(0, 61, 50));
    const after = pictures(pictures(before, steady(600_000, 61, 50)), steady(10, 61, 50));
    expect(told(after)).to.include({ framesPerSecond: 20, intervalJitter: 0, frameRateChanges: 0 });
  });

  it('counts changes of resolution', () => {
    const both = pictures(pictures(NO_SIGNALS, [0, 50]), [100, 150], VGA);
    expect(told(both).resolutionChanges).to.equal(1);
    expect(told(pictures(both, [200])).resolutionChanges).to.equal(2);
  });

  it('counts frames that measure exactly like the one before', () => {
    const [one, other] = [goodObservation({ frameLuma: 140.5 }), goodObservation({ frameLuma: 140.6 })];
    const seen = [one, other, other, other, one].reduce(noteAnalysed, NO_SIGNALS);
    expect(told(seen).duplicateFrames).to.equal(2);
  });

  it('counts how often the page was out of sight', () => {
    expect(told(noteHidden(noteHidden(NO_SIGNALS))).timesHidden).to.equal(2);
  });

  it('claims nothing of a camera for a photo from a file, or before there was a picture', () => {
    const state = noteCamera(NO_SIGNALS, { deviceId: 'a', label: 'OBS Virtual Camera' });
    expect(signalsOf(state, 'upload')).to.include({ source: 'upload', camera: 'unknown' });
    expect(signalsOf(NO_SIGNALS, 'upload')).to.include({ framesPerSecond: null, intervalJitter: null });
  });
});
