import { expect } from '@open-wc/testing';
import type { Landmarker } from '../../src/adapters/landmarker.js';
import type { Observation } from '../../src/types/frame.js';
import type { CameraFrame } from '../../src/types/messages.js';
import { until } from '../helpers/capture-harness.js';
import { goodObservation } from '../helpers/observation.js';
import { captureByHand, type CaptureByHand } from '../helpers/picture-by-hand.js';

/** A landmarker that answers when it is told to. */
class LandmarkerInHand implements Landmarker {
  readonly where = 'worker';
  readonly delegate = 'cpu';
  isResting = false;
  analysed = 0;
  #answer: ((observation: Observation) => void) | null = null;

  get busy(): boolean {
    return this.#answer !== null;
  }

  analyse(frame: CameraFrame): Promise<Observation> {
    frame.close();
    this.analysed += 1;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  answer(): void {
    this.#answer?.({ ...goodObservation(), face: null, faces: [] });
    this.#answer = null;
  }

  keep = () => true;
  forget(): void {}
  still = () => Promise.reject(new Error('No photo is taken here.'));
  close(): void {}
}

describe('how many of the camera’s pictures are looked at', () => {
  let capture: CaptureByHand;
  let landmarker: LandmarkerInHand;
  const picture = () => capture.picture();

  beforeEach(async () => {
    landmarker = new LandmarkerInHand();
    capture = await captureByHand(landmarker);
    await until(() => landmarker.analysed === 1, 'what the video shows already');
    landmarker.answer();
    await capture.page.element.updateComplete;
    landmarker.analysed = 0;
  });
  afterEach(() => capture.close());

  const analysed = (count: number) =>
    until(() => landmarker.analysed === count, `${count} analysed pictures`);

  it('is all of them on a device that is quick enough', async () => {
    for (const count of [1, 2, 3]) {
      picture();
      await analysed(count);
      landmarker.answer();
      await until(() => !landmarker.busy, 'the answer');
    }
  });

  it('is the newest one as soon as the engine is free, and none of those before it', async () => {
    picture();
    await analysed(1);
    picture();
    picture();
    picture();
    expect(landmarker.analysed).to.equal(1);
    landmarker.answer();
    await analysed(2);
    landmarker.answer();
    picture();
    await analysed(3);
  });

  it('is none while a slow device rests', async () => {
    picture();
    await analysed(1);
    picture();
    landmarker.isResting = true;
    landmarker.answer();
    await capture.page.element.updateComplete;
    picture();
    expect(landmarker.analysed).to.equal(1);
    landmarker.isResting = false;
    picture();
    await analysed(2);
  });
});
