import { expect } from '@open-wc/testing';
import {
  DOCUMENTED_HINTS,
  hintOf,
  isGuardCode,
  mayConcernCard,
  refusalOf,
} from '../../src/okayface/catalogue.js';
import { GUARD_IDS } from '../../src/types/capture.js';

/** Message, code and sentence as "Error Lists" of OkayFace and OkayLive have them, faults included. */
const HINT_TABLE = [
  [
    'Absolute face size is too small',
    'FACE_TOO_SMALL',
    'Face is too far away from the camera. Please make sure that your face is closer to the camera.',
  ],
  [
    'Face is cropped',
    'FACE_CROPPED',
    'Face is partially missing from the frame. Please make sure your face fit into the camera frame or in the center.',
  ],
  [
    'Face is occluded',
    'FACE_IS_OCCLUDED',
    'Face is partially blocked by object. Please make sure that your face is free of masks or any other object.',
  ],
  [
    'Face is too close to one or more borders',
    'FACE_CLOSE_TO_BORDER',
    'Face is too close or shifted away from the center of the camera. Please make sure that your face is further away and at the center of the camera.',
  ],
  [
    'Face is too close to the camera',
    'FACE_TOO_CLOSE',
    'Face is too close to the camera. Please make sure to move your face further away from the camera.',
  ],
  [
    'Facial out-of-plane rotation angle is extremely large',
    'FACE_ANGLE_TOO_LARGE',
    'Face is not facing towards the camera. Please adjust your face straight facing the camera.',
  ],
  [
    'Failed to detect face',
    'FACE_NOT_FOUND',
    'Face is not detected. Please make sure your face is present in the camera frame.',
  ],
  [
    'Interpupillary distance is too small',
    'FACE_TOO_SMALL',
    'Facial area is not big enough for analysis. The distance of the face too far that cause the eye distances too close to each others. Please move closer to the camera.',
  ],
  [
    'Relative face size is too small',
    'FACE_TOO_SMALL',
    'Face is too small to be detected. The face size is below the minimum requirement, please make sure the your face is closer to the camera.',
  ],
  [
    'Too many faces detected',
    'TOO_MANY_FACES',
    'More than 1 face present in the camera. Please make sure that there is no more than one face present in the camera.',
  ],
  [
    'PAYLOAD_TOO_LARGE',
    'PAYLOAD_TOO_LARGE',
    'The image being sent is too large, please make sure that the image is within the requirement image size',
  ],
  [
    'MISSING_ARGUMENTS: imageIdCard or imageBest',
    'MISSING_ARGUMENTS',
    'The image parameter is missing. Please make sure the image is submitted when API is called.',
  ],
  [
    'Data field is compulsory.',
    'Data field is compulsory.',
    'Please check your parameter again before calling the API.',
  ],
] as const;

/** Every documented text that a server may send, the code it stands for, and who can mend it. */
const REFUSAL_TABLE = [
  ...HINT_TABLE.slice(0, 10).map(([message, code]) => [message, code, 'mend'] as const),
  ['FACE_NOT_FOUND', 'FACE_NOT_FOUND', 'mend'],
  ['TOO_MANY_FACES', 'TOO_MANY_FACES', 'mend'],
  ['FACE_CROPPED', 'FACE_CROPPED', 'mend'],
  ['FACE_TOO_CLOSE', 'FACE_TOO_CLOSE', 'mend'],
  ['FACE_CLOSE_TO_BORDER', 'FACE_CLOSE_TO_BORDER', 'mend'],
  ['FACE_TOO_SMALL', 'FACE_TOO_SMALL', 'mend'],
  ['FACE_ANGLE_TOO_LARGE', 'FACE_ANGLE_TOO_LARGE', 'mend'],
  ['FACE_IS_OCCLUDED', 'FACE_IS_OCCLUDED', 'mend'],
  ['EYES_CLOSED', 'EYES_CLOSED', 'mend'],
  ['Failed while predict landmarks', 'FACE_NOT_FOUND', 'mend'],
  ['Failed to crop face', 'FACE_TOO_CLOSE', 'mend'],
  ['Face image is too small', 'FACE_TOO_SMALL', 'mend'],
  ['API_KEY_EXPIRED', 'API_KEY_EXPIRED', 'host'],
  ['MAX_API_CALL_EXCEEDED', 'MAX_API_CALL_EXCEEDED', 'host'],
  ['INVALID_API_KEY', 'INVALID_API_KEY', 'host'],
  ['MISSING_ARGUMENT', 'MISSING_ARGUMENT', 'host'],
  ['MISSING_ARGUMENT: apiKey', 'MISSING_ARGUMENT', 'host'],
  ['MISSING_ARGUMENTS', 'MISSING_ARGUMENTS', 'host'],
  ['MISSING_ARGUMENTS: imageIdCard or imageBest', 'MISSING_ARGUMENTS', 'host'],
  ['PAYLOAD_TOO_LARGE', 'PAYLOAD_TOO_LARGE', 'host'],
  ['Photo format error', 'Photo format error', 'host'],
  ['Data field is compulsory.', 'Data field is compulsory.', 'host'],
  ['Failed to decode image', 'Failed to decode image', 'host'],
  ['Error in processing.', 'Error in processing.', 'host'],
  ['null', 'null', 'host'],
  ['error', 'error', 'host'],
  ['Request size exceed 5MB.', 'Request size exceed 5MB.', 'host'],
  ['INVALID_JOURNEY_ID', 'INVALID_JOURNEY_ID', 'host'],
  ['ERROR_IDV_EXPIRED', 'ERROR_IDV_EXPIRED', 'host'],
  ['MISSING_PARAM_CRENDENTIAL', 'MISSING_PARAM_CRENDENTIAL', 'host'],
  ['USERNAME_NOT_EXIST', 'USERNAME_NOT_EXIST', 'host'],
  ['INCORRECT_PASSWORD', 'INCORRECT_PASSWORD', 'host'],
  ['MAX_JOURNEY_EXCEEDED', 'MAX_JOURNEY_EXCEEDED', 'host'],
  ['UNRECOGNIZED_IMAGE', 'UNRECOGNIZED_IMAGE', 'host'],
  ['UNRESOLVED_PIC_CONTENT', 'UNRESOLVED_PIC_CONTENT', 'host'],
  ['INVALID_AUTH_HEADER', 'INVALID_AUTH_HEADER', 'host'],
  ['WRONG_CREDENTIAL', 'WRONG_CREDENTIAL', 'host'],
  ['AUTHORIZATION_ERROR', 'AUTHORIZATION_ERROR', 'host'],
  ['ERROR_NO_PERMISSION', 'ERROR_NO_PERMISSION', 'host'],
  ['UNEXPECTED_ERROR', 'UNEXPECTED_ERROR', 'retry'],
  ['INTEG_ERROR', 'INTEG_ERROR', 'retry'],
  ["Can't read image from bytes", "Can't read image from bytes", 'retry'],
  ['Failed while detecting face', 'Failed while detecting face', 'retry'],
  ['Failed to convert image', 'Failed to convert image', 'retry'],
  ['Failed to predict result', 'Failed to predict result', 'retry'],
  ['Error in processing', 'Error in processing', 'retry'],
] as const;

describe('refusalOf', () => {
  for (const [text, code, kind] of REFUSAL_TABLE) {
    it(`takes "${text}" for ${code}, to ${kind}`, () => {
      expect(refusalOf(text)).to.deep.equal({ code, kind });
    });
  }

  for (const text of ['', 'face is occluded', 'Face is occluded.', 'FACE', 'api.success', 'constructor']) {
    it(`does not know ${JSON.stringify(text)}`, () => {
      expect(refusalOf(text)).to.equal(undefined);
    });
  }
});

describe('DOCUMENTED_HINTS', () => {
  for (const [message, code, text] of HINT_TABLE) {
    it(`has "${message}" word for word`, () => {
      expect(DOCUMENTED_HINTS.find((hint) => hint.message === message)).to.deep.equal({
        code,
        message,
        text,
      });
      expect(hintOf(code, message)).to.deep.equal({ code, message, text });
    });
  }

  it('has nothing that the vendor does not document', () => {
    expect(DOCUMENTED_HINTS).to.have.length(HINT_TABLE.length);
    expect(DOCUMENTED_HINTS.map(({ code }) => code)).not.to.include('EYES_CLOSED');
  });
});

describe('hintOf', () => {
  it('takes the first of three sentences for FACE_TOO_SMALL alone, or with a foreign message', () => {
    expect(hintOf('FACE_TOO_SMALL')?.message).to.equal('Absolute face size is too small');
    expect(hintOf('FACE_TOO_SMALL', 'Face is cropped')?.message).to.equal('Absolute face size is too small');
  });

  it('has a sentence for every guard', () => {
    for (const guard of GUARD_IDS) {
      expect(hintOf(guard), guard).to.include({ code: guard });
    }
  });

  for (const code of ['INVALID_JOURNEY_ID', 'INVALID_API_KEY', 'SERVER_REFUSED', '', 'MISSING_ARGUMENT']) {
    it(`has none for ${JSON.stringify(code)}`, () => {
      expect(hintOf(code)).to.equal(undefined);
    });
  }
});

describe('isGuardCode', () => {
  for (const guard of GUARD_IDS) {
    it(`takes ${guard}`, () => {
      expect(isGuardCode(guard)).to.equal(true);
    });
  }

  for (const code of ['PAYLOAD_TOO_LARGE', 'face_not_found', '', 'ID_FACE_IS_OCCLUDED']) {
    it(`refuses ${JSON.stringify(code)}`, () => {
      expect(isGuardCode(code)).to.equal(false);
    });
  }
});

describe('mayConcernCard', () => {
  const card = ['EYES_CLOSED', 'FACE_NOT_FOUND', 'FACE_IS_OCCLUDED'];
  for (const guard of GUARD_IDS) {
    it(`${card.includes(guard) ? 'suspects the card' : 'knows the selfie is meant'} for ${guard}`, () => {
      expect(mayConcernCard(guard)).to.equal(card.includes(guard));
    });
  }
});
