import { expect } from '@open-wc/testing';
import { openLandmarker } from '../../src/adapters/landmarker.js';
import { startWorker, type StartedWorker } from '../../src/adapters/started-worker.js';
import { captureErrorOf } from '../helpers/failure.js';
import { until } from '../helpers/until.js';

const SCRIPTED = '/test/helpers/scripted.worker.ts';

describe('a worker that is started before anybody listens', () => {
  let life: AbortController;
  const open = (started: StartedWorker | null, workerUrl: string) =>
    openLandmarker({ delegate: 'cpu', signal: life.signal, workerUrl, started });

  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => life.abort());

  it('is the one that is asked then', async () => {
    // What is opened would not start without it.
    const landmarker = await open(startWorker(SCRIPTED, life.signal), '/nowhere/worker.js');
    expect(landmarker.where).to.equal('worker');
  });

  it('tells then what it failed with before', async () => {
    const started = startWorker('/nowhere/worker.js', life.signal);
    await until(() => (started?.failure ?? null) !== null, 'the failure');
    const error = await captureErrorOf(() => open(started, '/nowhere/worker.js'));
    expect(error.code).to.equal('ENGINE_FAILED');
    expect(error.message).to.contain('/nowhere/worker.js did not start: the file is missing');
  });

  it('ends with the signal, though nobody ever listened', async () => {
    const started = startWorker(SCRIPTED, life.signal);
    let heard = 0;
    started?.worker.addEventListener('message', () => (heard += 1));
    life.abort();
    started?.worker.postMessage({ kind: 'load' });
    const other = new AbortController();
    await openLandmarker({ delegate: 'cpu', signal: other.signal, workerUrl: SCRIPTED });
    other.abort();
    expect(heard).to.equal(0);
  });

  it('is left to whoever opens it where the browser refuses to start it', async () => {
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        throw new DOMException('Refused.', 'SecurityError');
      }
    };
    try {
      expect(startWorker(SCRIPTED, life.signal)).to.equal(null);
      const error = await captureErrorOf(() => open(null, SCRIPTED));
      expect(error.message).to.contain('refused to start the face worker');
    } finally {
      globalThis.Worker = Worker;
    }
  });
});
