import { expect } from '@open-wc/testing';
import { chinBelowBox } from '../../src/core/chin.js';

const BOX = { x: 100, y: 100, width: 300, height: 400 };

/** Points of a face in the box above: where the forehead, the nose, both lips inside and the lower lip are, from the top. */
function pointsOf(forehead: number, nose: number, upperLip: number, lowerLip: number, lip: number) {
  const points = new Float32Array(2 * 478);
  const places = { 10: forehead, 2: nose, 13: upperLip, 14: lowerLip, 17: lip };
  for (const [index, y] of Object.entries(places)) points.set([250, y], 2 * Number(index));
  return points;
}

describe('chinBelowBox', () => {
  // The nose is 240 px under the forehead, so that a chin is 93.6 px under the lip; lips part by 32 px before they count.
  const cases: readonly [name: string, upperLip: number, lowerLip: number, lip: number, below: number][] = [
    ['a closed mouth', 390, 390, 415, 0],
    ['a closed mouth over a short chin', 390, 390, 450, 0],
    ['lips that part a little', 390, 420, 445, 0],
    ['lips that part by just as much as a chin can be seen with', 390, 422, 450, 0],
    ['an open mouth whose chin is seen', 390, 432, 406, 0],
    ['an open mouth whose chin is seen a little too near to the lip', 390, 442, 410, 3.6],
    ['an open mouth whose chin is missed', 390, 432, 450, 8],
    ['a mouth that is open wider', 390, 462, 460, 32],
  ];

  for (const [name, upperLip, lowerLip, lip, below] of cases) {
    it(`tells ${below} px of ${name}`, () => {
      expect(chinBelowBox(pointsOf(100, 340, upperLip, lowerLip, lip), BOX)).to.be.closeTo(below, 0.01);
    });
  }

  it('tells nothing of a mesh that is not finite', () => {
    expect(chinBelowBox(pointsOf(100, NaN, 390, 462, 460), BOX)).to.equal(0);
    expect(chinBelowBox(pointsOf(100, 340, 390, NaN, 460), BOX)).to.equal(0);
  });
});
