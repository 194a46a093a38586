import { expect } from '@open-wc/testing';
import { spawnWorker, workerStart } from '../../src/adapters/spawn-worker.js';

describe('workerStart', () => {
  const rows = [
    ['https://bank.example/okay/landmarker.worker.js', 'https://bank.example', 'direct'],
    ['https://static.example/okay/landmarker.worker.js', 'https://bank.example', 'blob'],
    ['https://bank.example:8443/landmarker.worker.js', 'https://bank.example', 'blob'],
    ['http://bank.example/landmarker.worker.js', 'https://bank.example', 'blob'],
    ['https://bank.example:443/landmarker.worker.js', 'https://bank.example', 'direct'],
    ['blob:https://bank.example/0a1b', 'https://bank.example', 'direct'],
    ['data:text/javascript,1', 'https://bank.example', 'direct'],
  ] as const;
  for (const [url, origin, start] of rows) {
    it(`${url} on ${origin}: ${start}`, () => {
      expect(workerStart(url, origin)).to.equal(start);
    });
  }
});

describe('spawnWorker', () => {
  /** Counts the blobs that are given an address while something is done. */
  function blobsMadeBy(work: () => void): number {
    const original = URL.createObjectURL;
    let count = 0;
    URL.createObjectURL = (blob) => {
      count += 1;
      return original.call(URL, blob);
    };
    try {
      work();
    } finally {
      URL.createObjectURL = original;
    }
    return count;
  }

  it('starts the script beside the module, without a blob', () => {
    const blobs = blobsMadeBy(() => {
      const worker = spawnWorker();
      worker.terminate();
      expect(new URL(worker.scriptUrl).pathname).to.equal('/src/adapters/landmarker.worker.ts');
    });
    expect(blobs).to.equal(0);
  });

  it('starts a script of another origin from a blob', () => {
    const blobs = blobsMadeBy(() => {
      const worker = spawnWorker('https://static.example/landmarker.worker.js');
      worker.terminate();
      expect(worker.scriptUrl).to.equal('https://static.example/landmarker.worker.js');
    });
    expect(blobs).to.equal(1);
  });
});
