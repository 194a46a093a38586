import { expect } from '@open-wc/testing';
import { foreshortening, poseFromLandmarks, poseFromMatrix } from '../../src/core/pose.js';
import type { HeadPose } from '../../src/types/frame.js';

type Matrix = number[][];
const rad = (deg: number) => (deg * Math.PI) / 180;
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => [0, 1, 2].map((j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? NaN), 0)));

/** Rotation of a head in camera space (x right, y up, z to the lens) by angles as `HeadPose` counts them. */
function rotation(yawDeg: number, pitchDeg: number, rollDeg: number): Matrix {
  const [y, p, r] = [rad(yawDeg), rad(pitchDeg), rad(-rollDeg)];
  const yaw = [
    [Math.cos(y), 0, Math.sin(y)],
    [0, 1, 0],
    [-Math.sin(y), 0, Math.cos(y)],
  ];
  const pitch = [
    [1, 0, 0],
    [0, Math.cos(p), -Math.sin(p)],
    [0, Math.sin(p), Math.cos(p)],
  ];
  const roll = [
    [Math.cos(r), -Math.sin(r), 0],
    [Math.sin(r), Math.cos(r), 0],
    [0, 0, 1],
  ];
  return times(times(yaw, pitch), roll);
}

function columnMajor(r: Matrix, place: readonly number[] = [0, 0, -40], scale = 1): number[] {
  const columns = [0, 1, 2].flatMap((column) => [...r.map((row) => scale * (row[column] ?? NaN)), 0]);
  return [...columns, ...place, 1];
}

function expectPose(
  pose: HeadPose | null,
  [yaw, pitch, roll]: readonly [number, number, number],
  within: number,
) {
  expect(pose?.yawDeg, 'yaw').to.be.closeTo(yaw, within);
  expect(pose?.pitchDeg, 'pitch').to.be.closeTo(pitch, within);
  expect(pose?.rollDeg, 'roll').to.be.closeTo(roll, within);
}

const POSES: readonly (readonly [yaw: number, pitch: number, roll: number])[] = [
  [0, 0, 0],
  [30, 0, 0],
  [-55, 0, 0],
  [0, 25, 0],
  [0, -40, 0],
  [0, 0, 27],
  [0, 0, -80],
  [20, -15, 10],
  [-35, 20, -30],
];

describe('poseFromMatrix', () => {
  for (const pose of POSES) {
    it(`reads yaw, pitch and roll of ${pose.join('°, ')}°, whatever the scale`, () => {
      const r = rotation(...pose);
      expectPose(poseFromMatrix(columnMajor(r)), pose, 1e-6);
      expectPose(poseFromMatrix(columnMajor(r, [0, 0, -40], 3)), pose, 1e-6);
    });
  }

  it('has the nose to the right of the photo at positive yaw and down at positive pitch', () => {
    const noseRight = [1, 0, 0, 0, 0, 1, 0, 0, 0.5, 0, 1, 0, 0, 0, -40, 1];
    expect(poseFromMatrix(noseRight)?.yawDeg).to.be.greaterThan(20);
    const noseDown = [1, 0, 0, 0, 0, 1, 0, 0, 0, -0.5, 1, 0, 0, 0, -40, 1];
    expect(poseFromMatrix(noseDown)?.pitchDeg).to.be.greaterThan(20);
  });

  for (const [where, place, sign] of [
    ['high in the frame', [0, 10, -40], -1],
    ['low in the frame', [0, -10, -40], 1],
  ] as const) {
    it(`takes back what a place ${where} adds to the pitch`, () => {
      const pitchDeg = poseFromMatrix(columnMajor(rotation(0, 0, 0), place))?.pitchDeg ?? NaN;
      expect(sign * pitchDeg).to.be.within(4, 6);
    });
  }

  for (const [what, matrix] of [
    ['too short', [1, 0, 0]],
    ['not finite', columnMajor(rotation(NaN, 0, 0))],
    ['empty', []],
    ['all zero', new Array<number>(16).fill(NaN)],
  ] as const) {
    it(`is null for a matrix that is ${what}`, () => {
      expect(poseFromMatrix(matrix)).to.equal(null);
    });
  }
});

describe('poseFromLandmarks', () => {
  const frame = { width: 300, height: 400 };
  /** Corners of the eyes, forehead and chin of a flat head, turned, then brought to shares of the frame. */
  function mesh(r: Matrix): Float32Array {
    const landmarks = new Float32Array(478 * 3);
    for (const [index, x, y] of [
      [33, -50, 0],
      [263, 50, 0],
      [10, 0, 80],
      [152, 0, -80],
    ] as const) {
      const [px = NaN, py = NaN, pz = NaN] = r.map((row) => x * (row[0] ?? NaN) + y * (row[1] ?? NaN));
      landmarks.set([(150 + px) / frame.width, (200 - py) / frame.height, -pz / frame.width], 3 * index);
    }
    return landmarks;
  }

  for (const pose of POSES) {
    it(`reads yaw, pitch and roll of ${pose.join('°, ')}°`, () => {
      expectPose(poseFromLandmarks(mesh(rotation(...pose)), frame), pose, 0.01);
    });
  }

  it('is null where the points are not numbers, or all in one place', () => {
    expect(poseFromLandmarks(new Float32Array(478 * 3).fill(NaN), frame)).to.equal(null);
    expect(poseFromLandmarks(new Float32Array(478 * 3), frame)).to.equal(null);
  });
});

describe('foreshortening', () => {
  it('is the cosine, and never so small that dividing by it explodes', () => {
    expect(foreshortening(0)).to.equal(1);
    expect(foreshortening(-60)).to.be.closeTo(0.5, 1e-9);
    expect(foreshortening(90)).to.equal(0.25);
  });
});
