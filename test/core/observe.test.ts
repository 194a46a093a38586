import { expect } from '@open-wc/testing';
import { firstFailure, judge } from '../../src/core/guards.js';
import { EYES, IRIS_CENTRE, SKIN_OUTLINES } from '../../src/core/landmarks.js';
import { mergeLimits } from '../../src/core/limits.js';
import { observe, type Detection } from '../../src/core/observe.js';
import { ellipticDetection, FACING, pictureOf, type Painter } from '../helpers/painted-face.js';

const PHOTO = { width: 600, height: 800 };
const SKIN = [200, 150, 120] as const;
const WALL = [90, 90, 90] as const;
const CENTRE = { x: 0.5, y: 0.5 };
const RADII = { x: 0.3, y: 0.3 };

/** Sets single landmarks of a mesh, in photo pixels. */
function withPoints(detection: Detection, points: Iterable<readonly [index: number, x: number, y: number]>) {
  const landmarks = detection.landmarks.slice();
  for (const [index, x, y] of points) landmarks.set([x / PHOTO.width, y / PHOTO.height], 3 * index);
  return { ...detection, landmarks };
}

/** Lays an outline around a rectangle, so that a region is known by hand. */
const around = (outline: readonly number[], x: number, y: number, width: number, height: number) =>
  outline.map((index, place) => {
    const turn = (2 * Math.PI * place) / outline.length;
    return [
      index,
      x + width * (0.5 + 0.5 * Math.cos(turn)),
      y + height * (0.5 + 0.5 * Math.sin(turn)),
    ] as const;
  });

const isFace = (x: number, y: number) => ((x - 300) / 180) ** 2 + ((y - 400) / 240) ** 2 <= 1;
const plain: Painter = (x, y) => (isFace(x, y) ? SKIN : WALL);
const seen = (detections: readonly Detection[], paint: Painter = plain, photo = PHOTO) =>
  observe({ at: 7, ...pictureOf(photo, paint), detections, wantLandmarks: false });

describe('observe', () => {
  it('says what an empty room looks like', () => {
    const room = seen([], () => [40, 40, 40]);
    expect(room).to.include({ at: 7, frame: PHOTO, face: null });
    expect(room.faces).to.deep.equal([]);
    expect(room.frameLuma).to.be.closeTo(40, 0.01);
  });

  it('bounds the face oval in photo pixels', () => {
    const [box] = seen([ellipticDetection(CENTRE, RADII)]).faces;
    expect(box?.x).to.be.closeTo(120, 1);
    expect(box?.y).to.be.closeTo(160, 1);
    expect(box?.width).to.be.closeTo(360, 1);
    expect(box?.height).to.be.closeTo(480, 1);
  });

  it('measures the highest face, and lists it first', () => {
    const near = ellipticDetection(CENTRE, RADII);
    const far = ellipticDetection({ x: 0.15, y: 0.2 }, { x: 0.1, y: 0.1 });
    for (const order of [
      [far, near],
      [near, far],
    ]) {
      const { faces, face } = seen(order);
      expect(faces.map(({ height }) => Math.round(height))).to.deep.equal([480, 160]);
      expect(face?.box).to.deep.equal(faces[0]);
    }
  });

  it('counts the points of the oval that are out of the frame', () => {
    expect(seen([ellipticDetection(CENTRE, RADII)]).face?.ovalOutside).to.equal(0);
    expect(seen([ellipticDetection({ x: 0.29, y: 0.5 }, RADII)]).face?.ovalOutside).to.be.within(1, 6);
  });

  it('reads pixels once, of the face', () => {
    const picture = pictureOf(PHOTO, plain);
    observe({ at: 0, ...picture, detections: [ellipticDetection(CENTRE, RADII)], wantLandmarks: false });
    expect(picture.pixels.reads).to.equal(1);
  });

  it('hands out landmarks of the largest face only where asked', () => {
    const detection = ellipticDetection(CENTRE, RADII);
    const input = { at: 0, ...pictureOf(PHOTO, plain), detections: [detection] };
    expect(observe({ ...input, wantLandmarks: true }).landmarks).to.equal(detection.landmarks);
    expect('landmarks' in observe({ ...input, wantLandmarks: false })).to.equal(false);
    expect('landmarks' in observe({ ...input, detections: [], wantLandmarks: true })).to.equal(false);
  });

  it('measures luma of the skin, and of the surround apart from it', () => {
    const face = seen([ellipticDetection(CENTRE, RADII)]).face;
    expect(face?.skin.medianLuma).to.be.closeTo(158, 1);
    expect(face?.surroundLuma).to.equal(90);
    expect(face?.tones.clippedShare).to.equal(0);
  });

  it('measures a burnt out face as clipped', () => {
    const face = seen([ellipticDetection(CENTRE, RADII)], () => [255, 255, 255]).face;
    expect(face?.skin.medianLuma).to.equal(255);
    expect(face?.tones).to.deep.equal({ darkestLuma: 255, brightestLuma: 255, clippedShare: 1 });
  });

  it('tells a sharp pattern from the same one blurred, in a bright and a dark picture alike', () => {
    const checks =
      (edge: number, gain: number, edgeDown = edge): Painter =>
      (x, y) => {
        const across = Math.tanh(Math.sin(x / 9) * edge);
        const value = gain * (150 + 60 * across * Math.tanh(Math.sin(y / 9) * edgeDown));
        return [value, value, value];
      };
    const sharpness = (paint: Painter) =>
      seen([ellipticDetection(CENTRE, RADII)], paint).face?.sharpness ?? NaN;
    expect(sharpness(checks(9, 1))).to.be.greaterThan(2 * sharpness(checks(0.5, 1)));
    expect(sharpness(checks(9, 1))).to.be.greaterThan(2 * sharpness(checks(9, 1, 0.5)));
    expect(sharpness(checks(9, 0.5)) / sharpness(checks(9, 1))).to.be.within(0.7, 1.4);
    expect(sharpness(() => SKIN)).to.be.closeTo(0, 0.5);
  });

  it('compares each cheek with the other while both are seen', () => {
    const cheeks = withPoints(ellipticDetection(CENTRE, RADII), [
      ...around(SKIN_OUTLINES.leftCheek, 160, 400, 80, 80),
      ...around(SKIN_OUTLINES.rightCheek, 360, 400, 80, 80),
    ]);
    const half: Painter = (x) => (x < 300 ? [60, 60, 60] : [120, 120, 120]);
    expect(seen([cheeks], half).face?.skin.cheekRatio).to.be.within(0.45, 0.75);
    const turned = FACING.map((value, index) => (index === 8 ? 0.9 : value));
    expect(seen([{ ...cheeks, matrix: turned }], half).face?.skin.cheekRatio).to.equal(null);
  });

  it('takes the eye distance and the opening as they would be facing the camera', () => {
    const eye = EYES.left;
    const detection = withPoints(ellipticDetection(CENTRE, RADII), [
      [IRIS_CENTRE.left, 250, 330],
      [IRIS_CENTRE.right, 350, 330],
      [eye.outerCorner, 220, 330],
      [eye.innerCorner, 280, 330],
      ...eye.lids.flatMap(
        ([upper, lower], lid) =>
          [
            [upper, 240 + 10 * lid, 320],
            [lower, 240 + 10 * lid, 338],
          ] as const,
      ),
    ]);
    const frontal = seen([detection]).face;
    expect(frontal?.interpupillaryPx).to.be.closeTo(100, 0.01);
    expect(frontal?.eyeAspect.left).to.be.closeTo(0.3, 0.001);
    const turned60 = FACING.map(
      (value, index) => ({ 0: 0.5, 2: -Math.sqrt(0.75), 8: Math.sqrt(0.75), 10: 0.5 })[index] ?? value,
    );
    const turned = seen([{ ...detection, matrix: turned60 }]).face;
    expect(turned?.interpupillaryPx).to.be.closeTo(200, 0.01);
    expect(turned?.eyeAspect.left).to.be.closeTo(0.15, 0.001);
  });

  describe('presence logit', () => {
    const carrying = (change: Readonly<Record<number, number>>) => {
      const detection = ellipticDetection(CENTRE, RADII);
      const landmarks = detection.landmarks.slice();
      const depths: Record<number, number> = {
        159: -0.02,
        468: -0.02,
        471: -0.02,
        472: -0.02,
        469: 0.1,
        470: 0.8,
      };
      for (const [index, depth] of Object.entries({ ...depths, ...change }))
        landmarks[3 * Number(index) + 2] = depth;
      return seen([{ ...detection, landmarks }]).face?.presenceLogit;
    };

    it('is read where the bundle carries it', () => {
      expect(carrying({})).to.be.closeTo(24, 1e-4);
      expect(carrying({ 469: -0.1 })).to.be.closeTo(-24, 1e-4);
    });

    it('is null where the depths beside it are those of an iris', () => {
      expect(carrying({ 471: -0.021 })).to.equal(null);
      expect(carrying({ 468: -0.021, 472: -0.019 })).to.equal(null);
    });

    it('is null where every depth is alike, or the unit is none', () => {
      expect(carrying({ 469: -0.02, 470: -0.02 })).to.equal(null);
      expect(carrying({ 470: 0 })).to.equal(null);
      expect(carrying({ 470: NaN })).to.equal(null);
    });
  });

  describe('with broken input', () => {
    const broken = {
      'landmarks that are not numbers': {
        landmarks: new Float32Array(478 * 3).fill(NaN),
        matrix: FACING,
        blink: null,
      },
      'too few landmarks': { landmarks: new Float32Array(30), matrix: FACING, blink: null },
      'landmarks all in one place': { landmarks: new Float32Array(478 * 3), matrix: FACING, blink: null },
    } satisfies Record<string, Detection>;
    for (const [what, detection] of Object.entries(broken)) {
      it(`finds no face in ${what}`, () => {
        expect(seen([detection])).to.deep.include({ faces: [], face: null });
      });
    }

    it('takes the pose from the mesh where there is no matrix', () => {
      const detection = withPoints({ ...ellipticDetection(CENTRE, RADII), matrix: null }, [
        [33, 220, 330],
        [263, 380, 330],
      ]);
      expect(seen([detection]).face?.pose.rollDeg).to.be.closeTo(0, 0.01);
    });

    it('judges a face that lies outside of the frame as cropped or not found, without throwing', () => {
      const outside = seen([ellipticDetection({ x: 2, y: 2 }, RADII)]);
      expect(firstFailure(judge(outside, mergeLimits()))?.guard).to.be.oneOf([
        'FACE_NOT_FOUND',
        'FACE_CROPPED',
      ]);
    });
  });
});
