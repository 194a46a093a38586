import { expect } from '@open-wc/testing';
import { distinctFaces } from '../../src/core/distinct-faces.js';

const LARGE = { x: 300, y: 300, width: 200, height: 300 };
const face = (x: number, y: number, width: number, height: number) => ({ box: { x, y, width, height } });

describe('distinctFaces', () => {
  for (const [what, other, count] of [
    ['a face in the middle of a larger one', face(350, 375, 100, 150), 1],
    ['a face whose centre is just inside', face(451, 400, 96, 100), 1],
    ['a face whose centre is on the edge', face(450, 400, 100, 100), 2],
    ['a face behind a shoulder', face(480, 250, 120, 150), 2],
    ['a face above', face(350, 100, 100, 150), 2],
  ] as const) {
    it(`counts ${count} with ${what}`, () => {
      expect(distinctFaces([{ box: LARGE }, other])).to.have.length(count);
    });
  }

  it('keeps the order, and an empty room empty', () => {
    const faces = [{ box: LARGE }, face(0, 0, 100, 150), face(700, 0, 90, 140)];
    expect(distinctFaces(faces)).to.deep.equal(faces);
    expect(distinctFaces([])).to.deep.equal([]);
  });
});
