import { expect } from '@open-wc/testing';
import { combineProgress, pacedProgress } from '../../src/adapters/progress.js';

type Report = readonly [loaded: number, total: number];

describe('combineProgress', () => {
  it('adds up the files, and knows the whole once all lengths are known', () => {
    const told: Report[] = [];
    const listen = combineProgress((loaded, total) => told.push([loaded, total]));
    const [one, other] = [listen(), listen()];
    one(10, 100);
    other(0, 50);
    other(50, 50);
    expect(told).to.deep.equal([
      [10, 0],
      [10, 150],
      [60, 150],
    ]);
  });
});

describe('pacedProgress', () => {
  let nowMs: number;
  let told: Report[];
  let progress: (loaded: number, total: number) => void;

  beforeEach(() => {
    nowMs = 0;
    told = [];
    progress = pacedProgress(
      (loaded, total) => told.push([loaded, total]),
      () => nowMs,
    );
  });

  it('tells the first bytes at once, and the others every 50 ms', () => {
    for (const at of [0, 10, 49, 50, 51, 99, 100]) {
      nowMs = at;
      progress(at + 1, 1000);
    }
    expect(told.map(([loaded]) => loaded)).to.deep.equal([1, 51, 101]);
  });

  it('tells the end, however soon it comes', () => {
    progress(1, 1000);
    progress(999, 1000);
    progress(1000, 1000);
    expect(told).to.deep.equal([
      [1, 1000],
      [1000, 1000],
    ]);
  });

  it('goes on at its pace while the whole is unknown', () => {
    progress(5, 0);
    progress(6, 0);
    nowMs = 50;
    progress(7, 0);
    expect(told).to.deep.equal([
      [5, 0],
      [7, 0],
    ]);
  });
});
