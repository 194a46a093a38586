import { expect } from '@open-wc/testing';
import { openLandmarker } from '../../src/adapters/landmarker.js';
import { emptyCamera } from '../helpers/photo-frames.js';

describe('a landmarker on a slow device', () => {
  it('rests for a third of the time that a frame took, and analyses what it is given all the same', async () => {
    const life = new AbortController();
    let now = 0;
    const landmarker = await openLandmarker({
      delegate: 'cpu',
      signal: life.signal,
      workerUrl: '/test/helpers/scripted.worker.ts',
      now: () => now,
    });
    const analyse = async (frameMs: number) => {
      const analysing = landmarker.analyse(new VideoFrame(emptyCamera(), { timestamp: 0 }), now, false);
      now += frameMs;
      return analysing;
    };
    await analyse(40);
    expect(landmarker.isResting, 'after a quick frame').to.equal(false);
    await analyse(90);
    expect(landmarker.isResting, 'after a slow one').to.equal(true);
    expect(landmarker.busy).to.equal(false);
    expect(await analyse(20)).not.to.equal(null);
    await analyse(90);
    now += 31;
    expect(landmarker.isResting, 'when it has rested').to.equal(false);
    life.abort();
  });
});
