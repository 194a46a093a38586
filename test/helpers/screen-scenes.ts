import { CaptureError } from '../../src/core/errors.js';
import type { OkayVerdict } from '../../src/types/capture.js';
import { cardPhoto } from './card-photo.js';
import { cardScene } from './card-scene.js';
import type { ObservationChanges } from './observation.js';
import type { Scene, ScreenStage, Sending } from './screen-stage.js';

export const PASSED: OkayVerdict = {
  matched: true,
  live: true,
  confidence: 92,
  probability: 0.98,
  quality: 0.9,
  requestId: 'screens',
};

/** Goes through a quarter of a minute in a moment. */
const HURRY = 40;

const nextPicture = () => new Promise(requestAnimationFrame);
const MEGABYTES = 1_900_000;
const FAR: ObservationChanges = {
  face: { box: { x: 380, y: 500, width: 200, height: 260 }, interpupillaryPx: 80 },
};

async function stalled(stage: ScreenStage): Promise<void> {
  stage.set({ upload: true });
  stage.see(FAR, 0.2);
  stage.clockRate = HURRY;
  stage.start();
  await stage.shown('.stall');
}

function seeing(changes: ObservationChanges, faceHeight?: number, filter?: string): Scene {
  return async (stage) => {
    stage.see(changes, faceHeight, filter);
    stage.start();
    await stage.phase('seeking');
    await stage.shown('.sentence span:not(:empty)');
    // The hint of the first frame may still be that of no face.
    for (let pictures = 0; pictures < 60; pictures += 1) await nextPicture();
  };
}

function blocked(code: string, cause?: DOMException): Scene {
  return async (stage) => {
    stage.set({ upload: code === 'CAMERA_NOT_FOUND' });
    stage.refuseCamera(code, cause);
    stage.start();
    await stage.phase('blocked');
    for (let pictures = 0; pictures < 20; pictures += 1) await nextPicture();
  };
}

function sending(answer: Sending): Scene {
  return async (stage) => {
    stage.answer(answer);
    stage.start();
    await stage.giveCard();
  };
}

function ending(answer: () => Promise<OkayVerdict>, phase = 'done'): Scene {
  return async (stage) => {
    await sending(answer)(stage);
    await stage.phase(phase);
  };
}

async function cardStep(stage: ScreenStage): Promise<void> {
  stage.start();
  await stage.phase('id-card');
  await stage.shown('input');
}

function cardCamera(table: ReturnType<typeof cardScene>): Scene {
  return async (stage) => {
    await cardStep(stage);
    stage.picture(table);
    stage.pressInCard();
    await stage.shown('.edge');
    for (let pictures = 0; pictures < 30; pictures += 1) await nextPicture();
  };
}

const forever = new Promise<never>(() => undefined);
const dark = { face: { skin: { medianLuma: 20, cheekRatio: 0.95, clippedShare: 0 } }, frameLuma: 18 };
const refusal = (code: string, status?: number) =>
  new CaptureError(code, 'Made by the play.', status === undefined ? {} : { status });

const COVERED = new CaptureError('FACE_IS_OCCLUDED', 'Made by the play.', {
  hint: {
    code: 'FACE_IS_OCCLUDED',
    message: 'Face is occluded',
    text: 'Face is occluded. Please make sure there is nothing in front of your face.',
  },
  recoverable: true,
});

/** Every state that a person can see. */
export const SCENES = {
  start: () => undefined,
  'start-no-card': (stage) => stage.set({ idCardMode: 'none' }),
  permission: async (stage) => {
    stage.openCameraForever();
    stage.start();
    await stage.phase('preparing');
  },
  loading: async (stage) => {
    stage.loadForever();
    stage.start();
    await stage.shown('.overlay');
  },
  'seeking-no-face': seeing({ face: null }, 0),
  'seeking-closer': seeing(FAR, 0.2),
  'seeking-left': seeing({ face: { box: { x: 60, y: 340, width: 450, height: 600 } } }),
  'seeking-back': seeing({ face: { box: { x: 60, y: 100, width: 860, height: 1100 } } }, 0.85),
  'seeking-turn': seeing({ face: { pose: { yawDeg: 30, pitchDeg: 0, rollDeg: 0 } } }),
  'seeking-dark': seeing(dark, 0.5, 'brightness(0.2)'),
  'seeking-lit': async (stage) => {
    await seeing(dark, 0.5, 'brightness(0.35)')(stage);
    stage.press(0);
  },
  stalled,
  holding: async (stage) => {
    // Or it were over before anybody looked.
    stage.clockRate = 0.2;
    stage.start();
    await stage.phase('holding');
    for (let pictures = 0; pictures < 25; pictures += 1) await nextPicture();
  },
  taken: async (stage) => {
    stage.takeForever();
    stage.start();
    await stage.shown('.got');
  },
  cameras: async (stage) => {
    const labels = ['Front camera', 'Integrated webcam of the laptop (04f2:b6d9)'];
    stage.replace({ listCameras: async () => labels.map((label) => ({ deviceId: label, label })) });
    await seeing(FAR, 0.2)(stage);
    await stage.shown('select');
  },
  'upload-refused': async (stage) => {
    await stalled(stage);
    await stage.element.updateComplete;
    stage.upload(await cardPhoto());
    await stage.shown('.stall [role=alert] strong');
  },
  'start-disabled': (stage) => stage.element.toggleAttribute('disabled', true),
  debug: async (stage) => {
    stage.set({ debug: true });
    await seeing(FAR, 0.2)(stage);
    await stage.shown('.debug');
  },
  review: async (stage) => {
    stage.set({ review: true });
    stage.start();
    await stage.phase('review');
    await stage.shown('img');
  },
  'id-card': cardStep,
  'id-card-camera': cardCamera(cardScene({ fill: null })),
  'id-card-closer': cardCamera(cardScene({ fill: 0.5, table: 'wood' })),
  'id-card-photo': async (stage) => {
    await cardCamera(cardScene({ table: 'wood' }))(stage);
    await stage.shown('.photo img');
  },
  'id-card-denied': async (stage) => {
    await cardStep(stage);
    stage.denyCamera();
    stage.pressInCard();
    await stage.shown('.steps');
  },
  'id-card-wrong-file': async (stage) => {
    await cardStep(stage);
    await stage.cardElement?.take(new Blob(['no image']));
  },
  sending: sending((onProgress) => {
    onProgress(0, MEGABYTES);
    return forever;
  }),
  'sending-half': sending((onProgress) => {
    onProgress(0.4 * MEGABYTES, MEGABYTES);
    return forever;
  }),
  'sending-waiting': sending((onProgress) => {
    onProgress(MEGABYTES, MEGABYTES);
    return forever;
  }),
  'sending-offline': async (stage) => {
    stage.replace({ isOffline: () => true, whenOnline: () => forever });
    await sending(() => forever)(stage);
    await stage.phase('submitting');
  },
  'done-captured': async (stage) => {
    stage.set({ endpoint: undefined, idCardMode: 'none' });
    stage.start();
    await stage.phase('done');
  },
  'done-passed': ending(async () => PASSED),
  'done-mismatch': ending(async () => ({ ...PASSED, matched: false })),
  'done-not-live': ending(async () => ({ ...PASSED, live: false })),
  'failed-network': ending(() => Promise.reject(refusal('ENDPOINT_TIMEOUT')), 'failed'),
  'failed-service': ending(() => Promise.reject(refusal('ENDPOINT_FAILED', 500)), 'failed'),
  'failed-refused': async (stage) => {
    stage.clockRate = HURRY;
    await ending(() => Promise.reject(COVERED), 'failed')(stage);
  },
  'failed-card': ending(() => Promise.reject(refusal('CARD_TOO_LARGE')), 'failed'),
  'blocked-denied': blocked('CAMERA_DENIED'),
  'blocked-denied-by-system': blocked(
    'CAMERA_DENIED',
    new DOMException('Permission denied by system', 'NotAllowedError'),
  ),
  'blocked-none': blocked('CAMERA_NOT_FOUND'),
  'blocked-in-use': blocked('CAMERA_IN_USE'),
  'blocked-lost': blocked('CAMERA_LOST'),
  'blocked-policy': blocked('CAMERA_BLOCKED'),
  'blocked-insecure': blocked('INSECURE_CONTEXT'),
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as readonly SceneName[];
