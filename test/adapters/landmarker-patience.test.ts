import { expect } from '@open-wc/testing';
import { openLandmarker } from '../../src/adapters/landmarker.js';
import type { Ticker } from '../../src/adapters/watchdog.js';
import { captureErrorOf } from '../helpers/failure.js';
import { emptyCamera } from '../helpers/photo-frames.js';
import { orderWorkers } from '../helpers/worker-orders.js';

describe('how long a landmarker waits for an answer', () => {
  let life: AbortController;
  let onTick: () => void;
  const everySecond: Ticker = (tick) => {
    onTick = tick;
    return () => (onTick = () => undefined);
  };
  const open = () =>
    openLandmarker({
      delegate: 'cpu',
      signal: life.signal,
      workerUrl: '/test/helpers/scripted.worker.ts',
      everySecond,
    });
  const picture = () => new VideoFrame(emptyCamera(), { timestamp: 0 });
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) onTick();
  };

  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => life.abort());

  it('the first picture, at which an old phone compiles the engine, may take half a minute', async () => {
    const landmarker = await open();
    const analysing = landmarker.analyse(picture(), 0, false);
    pass(30);
    expect(await analysing).not.to.equal(null);
  });

  it('every other one a few seconds', async () => {
    const landmarker = await open();
    await landmarker.analyse(picture(), 0, false);
    orderWorkers('be-silent');
    const failing = captureErrorOf(() => landmarker.analyse(picture(), 40, false));
    pass(5);
    expect(landmarker.busy, 'after five seconds').to.equal(true);
    pass(1);
    const error = await failing;
    expect([error.code, error.message]).to.deep.equal([
      'ENGINE_FAILED',
      'The face engine gives no answer any more. Start again.',
    ]);
  });
});
