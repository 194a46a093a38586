import type { GuardId, Hint } from '../types/capture.js';

/** The words that belong to one measurement of a guard. */
export interface GuardHint {
  /** `default`, or one of `absolute`, `interpupillary` and `relative` where the guard measures several things. */
  readonly measure: string;
  /** The error message as a server sends it, or this project's own in the same manner. */
  readonly message: string;
  /** The sentence for the person. */
  readonly text: string;
  /** True where the vendor documents no such sentence and this project wrote it. */
  readonly own: boolean;
}

const documented = (message: string, text: string, measure = 'default'): GuardHint => ({
  measure,
  message,
  text,
  own: false,
});

const own = (message: string, text: string): GuardHint => ({ measure: 'default', message, text, own: true });

/**
 * Message and sentence of every guard, one entry for each of its measurements; the first entry stands for the
 * code alone. Documented ones are word for word, faults included, from "Error Lists" of OkayFace and OkayLive.
 *
 * The vendor names `EYES_CLOSED` ("OkayFace image requirements", EMAS eKYC portal docs) without any words for it.
 */
export const HINTS: Readonly<Record<GuardId, readonly [GuardHint, ...GuardHint[]]>> = {
  FACE_NOT_FOUND: [
    documented(
      'Failed to detect face',
      'Face is not detected. Please make sure your face is present in the camera frame.',
    ),
  ],
  TOO_MANY_FACES: [
    documented(
      'Too many faces detected',
      'More than 1 face present in the camera. Please make sure that there is no more than one face present in the camera.',
    ),
  ],
  FACE_CROPPED: [
    documented(
      'Face is cropped',
      'Face is partially missing from the frame. Please make sure your face fit into the camera frame or in the center.',
    ),
  ],
  FACE_TOO_CLOSE: [
    documented(
      'Face is too close to the camera',
      'Face is too close to the camera. Please make sure to move your face further away from the camera.',
    ),
  ],
  FACE_CLOSE_TO_BORDER: [
    documented(
      'Face is too close to one or more borders',
      'Face is too close or shifted away from the center of the camera. Please make sure that your face is further away and at the center of the camera.',
    ),
  ],
  FACE_TOO_SMALL: [
    documented(
      'Absolute face size is too small',
      'Face is too far away from the camera. Please make sure that your face is closer to the camera.',
      'absolute',
    ),
    documented(
      'Interpupillary distance is too small',
      'Facial area is not big enough for analysis. The distance of the face too far that cause the eye distances too close to each others. Please move closer to the camera.',
      'interpupillary',
    ),
    documented(
      'Relative face size is too small',
      'Face is too small to be detected. The face size is below the minimum requirement, please make sure the your face is closer to the camera.',
      'relative',
    ),
  ],
  FACE_ANGLE_TOO_LARGE: [
    documented(
      'Facial out-of-plane rotation angle is extremely large',
      'Face is not facing towards the camera. Please adjust your face straight facing the camera.',
    ),
  ],
  FACE_IS_OCCLUDED: [
    documented(
      'Face is occluded',
      'Face is partially blocked by object. Please make sure that your face is free of masks or any other object.',
    ),
  ],
  EYES_CLOSED: [
    own('Eyes are closed', 'Eyes are closed. Please keep both eyes open and look at the camera.'),
  ],
  IMAGE_TOO_DARK: [
    own('Image is too dark', 'The picture is too dark. Please turn on a light or face a window.'),
  ],
  IMAGE_TOO_BRIGHT: [
    own('Image is too bright', 'The picture is too bright. Please move away from strong light.'),
  ],
  IMAGE_UNEVEN_LIGHT: [
    own(
      'Face is unevenly lit',
      'One side of the face is much darker than the other. Please turn so that the light falls on your whole face.',
    ),
  ],
  IMAGE_BACKLIT: [
    own(
      'Face is lit from behind',
      'The light comes from behind you. Please turn around so that the light falls on your face.',
    ),
  ],
  IMAGE_BLURRED: [
    own(
      'Image is blurred',
      'The picture is blurred. Please hold still and make sure that the lens is clean.',
    ),
  ],
};

/** Documented sentences for failures that are not a guard's ("Error Lists", OkayFace and OkayLive). */
export const REFUSAL_HINTS = [
  {
    code: 'PAYLOAD_TOO_LARGE',
    message: 'PAYLOAD_TOO_LARGE',
    text: 'The image being sent is too large, please make sure that the image is within the requirement image size',
  },
  {
    code: 'MISSING_ARGUMENTS',
    message: 'MISSING_ARGUMENTS: imageIdCard or imageBest',
    text: 'The image parameter is missing. Please make sure the image is submitted when API is called.',
  },
  {
    code: 'Data field is compulsory.',
    message: 'Data field is compulsory.',
    text: 'Please check your parameter again before calling the API.',
  },
] as const satisfies readonly Hint[];
