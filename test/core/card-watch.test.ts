import { expect } from '@open-wc/testing';
import type { CardMeasures } from '../../src/core/card-measures.js';
import { UNWATCHED, watchCard, type CardStep } from '../../src/core/card-watch.js';

const GOOD: CardMeasures = { fill: 0.74, tiltDeg: 1, luma: 160, glareShare: 0, sharpness: 2, motion: 1 };
const FAR: CardMeasures = { ...GOOD, fill: 0.4 };
const GLARE: CardMeasures = { ...GOOD, glareShare: 0.2 };

/** What each picture comes to, one every `everyMs`. */
function watch(pictures: readonly CardMeasures[], everyMs = 100): CardStep[] {
  const steps: CardStep[] = [];
  pictures.forEach((measures, index) => {
    steps.push(watchCard(steps.at(-1)?.watch ?? UNWATCHED, measures, index * everyMs));
  });
  return steps;
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const shown = (steps: readonly CardStep[]) => steps.map((step) => step.watch.shown);

describe('watchCard', () => {
  it('shows the first hint at once', () => {
    expect(shown(watch([FAR]))).to.deep.equal(['far']);
  });

  it('keeps a hint for 700 ms, whatever comes', () => {
    const steps = watch([FAR, ...times(8, GLARE)]);
    expect(shown(steps)).to.deep.equal([...times(7, 'far'), 'glare', 'glare']);
  });

  it('changes a hint at most once in 700 ms', () => {
    const steps = watch(times(100, null).map((_, index) => [FAR, GLARE, GOOD][index % 3] ?? GOOD));
    const changes = steps.flatMap(({ watch: now }, index) =>
      now.shown === steps[index - 1]?.watch.shown ? [] : [index * 100],
    );
    const gaps = changes.slice(1).map((at, index) => at - (changes[index] ?? 0));
    expect(gaps).to.have.length.above(3);
    expect(Math.min(...gaps)).to.be.at.least(700);
  });

  it('takes the photo when the card was good for 800 ms, not before', () => {
    expect(watch(times(9, GOOD)).map(({ isDone }) => isDone)).to.deep.equal([...times(8, false), true]);
    expect(watch([FAR, ...times(8, GOOD)]).some(({ isDone }) => isDone)).to.equal(false);
    expect(watch([FAR, ...times(9, GOOD)]).at(-1)?.isDone).to.equal(true);
  });

  it('forgives one bad picture, and begins anew after more', () => {
    const one = [...times(5, GOOD), FAR, ...times(3, GOOD)];
    expect(watch(one).at(-1)?.isDone).to.equal(true);
    const more = [...times(5, GOOD), FAR, FAR, FAR, ...times(8, GOOD)];
    expect(watch(more).some(({ isDone }) => isDone)).to.equal(false);
  });

  it('takes no photo on a bad picture, even where the time is over', () => {
    const steps = watch([...times(8, GOOD), FAR, GOOD]);
    expect(steps.map(({ isDone }) => isDone).slice(-2)).to.deep.equal([false, true]);
  });

  it('keeps the sharpest good picture', () => {
    const sharp = (sharpness: number) => ({ ...GOOD, sharpness });
    const steps = watch([sharp(2), sharp(1.5), sharp(2.4), { ...sharp(9), fill: 0.4 }, sharp(2.3)]);
    expect(steps.map(({ isBest }) => isBest)).to.deep.equal([true, false, true, false, false]);
  });

  it('speaks at most every 2 s, and then what is on screen', () => {
    const steps = watch([FAR, ...times(25, GLARE), ...times(30, GOOD)]);
    const spoken = steps.flatMap(({ watch: now }, index) =>
      now.spoken === steps[index - 1]?.watch.spoken ? [] : [[index * 100, now.spoken]],
    );
    expect(spoken).to.deep.equal([
      [0, 'far'],
      [2000, 'glare'],
      [4000, 'good'],
    ]);
  });
});
