import type { GuardId } from '../../../src/types/capture.js';
import type { Size } from '../../../src/types/frame.js';
import { IRIS_CENTRE } from '../../../src/core/landmarks.js';
import { LIMIT_SPECS, type LimitOverrides } from '../../../src/core/limits.js';
import { foreshortening } from '../../../src/core/pose.js';
import { at, distanceOf } from './paths.js';
import type { Person } from './person.js';
import { CAMERAS, type Scene } from './scene.js';
import { takeShot, type ShotOptions } from './shot.js';
import { hasOpenMouth, OPEN_MOUTH, openMouth } from './skin-and-mouth.js';
import { placedScene, STEPS } from './swept.js';

/** Under the default limits no eyes are too close together before the face is too small: other ones let that decide. */
const EYES_DECIDE: LimitOverrides = { minFaceSidePx: 100 };
/** So large that a face which is small in it has as many pixels as it needs. */
const TALL: Size = { width: 1920, height: 1280 };
/** Landmarks of the forehead's top and of the chin. */
const [TOP, CHIN] = [10, 152];

/** Near and far, moved through the limits. */
export function distanceScenes(person: Person): Scene[] {
  const { minFaceSidePx, minInterpupillaryPx, minFaceHeightShare, maxFaceHeightShare } = LIMIT_SPECS;
  const { box } = person;
  const { hd, vga } = CAMERAS;
  const side = Math.min(box.width, box.height) / box.height;
  const apart =
    distanceOf(at(person, IRIS_CENTRE.left), at(person, IRIS_CENTRE.right)) /
    foreshortening(person.pose.yawDeg) /
    box.height;
  const small = (reason: string, step: number, options: ShotOptions): Scene => ({
    ...placedScene(person, `distance/${reason}×${step}`, step < 1 ? 'FACE_TOO_SMALL' : null, options),
    ...(step < 1 ? { reason } : {}),
  });
  return STEPS.flatMap((step) => [
    small('absolute', step, {
      camera: hd,
      faceHeight: (step * minFaceSidePx.enter) / side / hd.height,
    }),
    {
      ...small('interpupillary', step, {
        camera: vga,
        faceHeight: (step * minInterpupillaryPx.enter) / apart / vga.height,
      }),
      limits: EYES_DECIDE,
    },
    small('relative', step, { camera: TALL, faceHeight: step * minFaceHeightShare.enter }),
    placedScene(person, `distance/close×${step}`, step > 1 ? 'FACE_TOO_CLOSE' : null, {
      camera: hd,
      faceHeight: step * maxFaceHeightShare.enter,
    }),
    ...(hasOpenMouth(person) ? [] : openMouths(person, step)),
  ]);
}

function openMouths(person: Person, step: number): Scene[] {
  const { minFaceHeightShare, maxFaceHeightShare } = LIMIT_SPECS;
  const [far, near] = [step * minFaceHeightShare.enter, step * maxFaceHeightShare.enter];
  return [
    {
      ...withOpenMouth(person, `distance/relative-open-mouth×${step}`, step < 1 ? 'FACE_TOO_SMALL' : null, {
        camera: TALL,
        height: far,
      }),
      ...(step < 1 ? { reason: 'relative' } : {}),
    },
    withOpenMouth(person, `distance/close-open-mouth×${step}`, step > 1 ? 'FACE_TOO_CLOSE' : null, {
      camera: CAMERAS.hd,
      height: near,
    }),
  ];
}

/** As near or far with the mouth open, so that the chin is lower than in the photograph. */
function withOpenMouth(
  person: Person,
  kind: string,
  expect: GuardId | null,
  { camera, height }: { camera: Size; height: number },
): Scene {
  const lower = (OPEN_MOUTH * (at(person, CHIN).y - at(person, TOP).y)) / person.box.height;
  const faceHeight = height / (1 + lower);
  const options = { camera, faceHeight, centre: { x: 0.5, y: 0.5 - (lower * faceHeight) / 2 } };
  return {
    ...placedScene(person, kind, expect, options),
    draw: () => {
      const shot = takeShot(person, kind, options);
      openMouth(shot, OPEN_MOUTH);
      return shot;
    },
  };
}
