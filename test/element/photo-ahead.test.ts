import { expect } from '@open-wc/testing';
import type { Landmarker, Still } from '../../src/adapters/landmarker.js';
import type { Observation } from '../../src/types/frame.js';
import type { CameraFrame } from '../../src/types/messages.js';
import { until, type CaptureHarness } from '../helpers/capture-harness.js';
import { goodObservation, type ObservationChanges } from '../helpers/observation.js';
import { captureByHand, type CaptureByHand } from '../helpers/picture-by-hand.js';

/** A landmarker that sees what it is told to see. Its photos are told apart by their length: 1 byte, 2 bytes, and so on. */
class ScriptedLandmarker implements Landmarker {
  readonly where = 'worker';
  readonly delegate = 'cpu';
  readonly busy = false;
  readonly isResting = false;
  sees: ObservationChanges = {};
  answered = 0;
  photos = 0;

  async analyse(frame: CameraFrame, at: number): Promise<Observation> {
    frame.close();
    this.answered += 1;
    return goodObservation({ ...this.sees, at });
  }

  async still(at: number): Promise<Still> {
    this.photos += 1;
    const image = new Blob([new Uint8Array(this.photos)], { type: 'image/jpeg' });
    return { image, width: 960, height: 1280, quality: 0.95, observation: goodObservation({ at }) };
  }

  keep = () => true;
  forget(): void {}
  close(): void {}
}

describe('the photo of a hold', () => {
  let capture: CaptureByHand;
  let page: CaptureHarness;
  let landmarker: ScriptedLandmarker;
  let nowMs: number;

  const turned: ObservationChanges = { face: { pose: { yawDeg: 6, pitchDeg: 0, rollDeg: 0 } } };
  const better: ObservationChanges = {};
  const nobody: ObservationChanges = { face: null };

  beforeEach(async () => {
    nowMs = 0;
    landmarker = new ScriptedLandmarker();
    landmarker.sees = nobody;
    capture = await captureByHand(landmarker, { now: () => nowMs });
    ({ page } = capture);
    await until(() => landmarker.answered === 1, 'the first look, before any picture');
  });
  afterEach(() => capture.close());

  /** Lets the camera give a picture at a time of the hold, and waits until it has been judged. */
  async function frame(atMs: number, sees = turned): Promise<void> {
    const before = landmarker.answered;
    nowMs = atMs;
    landmarker.sees = sees;
    capture.picture();
    await until(() => landmarker.answered > before, 'an answer');
    await page.element.updateComplete;
  }

  it('is begun before the end, and is there when the hold ends', async () => {
    await frame(0, better);
    await frame(650);
    expect(landmarker.photos).to.equal(0);
    await frame(700);
    await frame(900);
    expect(landmarker.photos).to.equal(1);
    expect(page.element.phase).to.equal('holding');
    const captured = page.event('okay-capture');
    await frame(1000);
    expect((await captured).image.size).to.equal(1);
    expect(landmarker.photos).to.equal(1);
  });

  it('is made anew where a better frame comes after it was begun', async () => {
    await frame(0);
    await frame(700);
    await frame(900, better);
    const captured = page.event('okay-capture');
    await frame(1000);
    expect((await captured).image.size).to.equal(2);
  });

  it('is never one of a hold that broke', async () => {
    await frame(0, better);
    await frame(800);
    expect(landmarker.photos).to.equal(1);
    await frame(900, nobody);
    await frame(1000);
    await frame(1600);
    expect(page.element.phase).to.equal('holding');
    await frame(1750);
    const captured = page.event('okay-capture');
    await frame(2000);
    expect((await captured).image.size).to.equal(2);
  });

  it('says that it is taken for some pictures, however soon it is there', async () => {
    await frame(0);
    await frame(800);
    await frame(1000);
    expect(page.element.shadowRoot?.querySelector('.taken .ring')).not.to.equal(null);
    await page.event('okay-capture');
  });
});
