import { expect } from '@open-wc/testing';
import { HINTS } from '../../src/core/hints.js';
import { GUARD_IDS } from '../../src/types/capture.js';

/** Typed from "Error Lists", OkayFace and OkayLive, faults included. */
const DOCUMENTED = [
  [
    'FACE_NOT_FOUND',
    'default',
    'Failed to detect face',
    'Face is not detected. Please make sure your face is present in the camera frame.',
  ],
  [
    'TOO_MANY_FACES',
    'default',
    'Too many faces detected',
    'More than 1 face present in the camera. Please make sure that there is no more than one face present in the camera.',
  ],
  [
    'FACE_CROPPED',
    'default',
    'Face is cropped',
    'Face is partially missing from the frame. Please make sure your face fit into the camera frame or in the center.',
  ],
  [
    'FACE_TOO_CLOSE',
    'default',
    'Face is too close to the camera',
    'Face is too close to the camera. Please make sure to move your face further away from the camera.',
  ],
  [
    'FACE_CLOSE_TO_BORDER',
    'default',
    'Face is too close to one or more borders',
    'Face is too close or shifted away from the center of the camera. Please make sure that your face is further away and at the center of the camera.',
  ],
  [
    'FACE_TOO_SMALL',
    'absolute',
    'Absolute face size is too small',
    'Face is too far away from the camera. Please make sure that your face is closer to the camera.',
  ],
  [
    'FACE_TOO_SMALL',
    'interpupillary',
    'Interpupillary distance is too small',
    'Facial area is not big enough for analysis. The distance of the face too far that cause the eye distances too close to each others. Please move closer to the camera.',
  ],
  [
    'FACE_TOO_SMALL',
    'relative',
    'Relative face size is too small',
    'Face is too small to be detected. The face size is below the minimum requirement, please make sure the your face is closer to the camera.',
  ],
  [
    'FACE_ANGLE_TOO_LARGE',
    'default',
    'Facial out-of-plane rotation angle is extremely large',
    'Face is not facing towards the camera. Please adjust your face straight facing the camera.',
  ],
  [
    'FACE_IS_OCCLUDED',
    'default',
    'Face is occluded',
    'Face is partially blocked by object. Please make sure that your face is free of masks or any other object.',
  ],
] as const;

const OWN = [
  'EYES_CLOSED',
  'IMAGE_TOO_DARK',
  'IMAGE_TOO_BRIGHT',
  'IMAGE_UNEVEN_LIGHT',
  'IMAGE_BACKLIT',
  'IMAGE_BLURRED',
] as const;

describe('HINTS', () => {
  for (const [guard, measure, message, text] of DOCUMENTED) {
    it(`says what the vendor says for ${guard}, ${measure}`, () => {
      expect(HINTS[guard].find((hint) => hint.measure === measure)).to.deep.equal({
        measure,
        message,
        text,
        own: false,
      });
    });
  }

  for (const guard of OWN) {
    it(`has own words for ${guard} and marks them so`, () => {
      const hints = HINTS[guard];
      expect(hints).to.have.length(1);
      expect(hints[0].own).to.equal(true);
      expect(hints[0].measure).to.equal('default');
      expect(hints[0].message).to.match(/^[A-Z][a-z ]+$/);
      expect(hints[0].text).to.match(/\. Please .+\.$/);
    });
  }

  it('has nothing else, and no message twice', () => {
    const all = GUARD_IDS.flatMap((guard) => HINTS[guard]);
    expect(all).to.have.length(DOCUMENTED.length + OWN.length);
    expect(new Set(all.map(({ message }) => message)).size).to.equal(all.length);
  });

  it('lets the absolute size stand for FACE_TOO_SMALL alone', () => {
    expect(HINTS.FACE_TOO_SMALL[0].measure).to.equal('absolute');
  });
});
