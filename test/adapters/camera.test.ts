import { expect } from '@open-wc/testing';
import { openCamera, type CameraPage } from '../../src/adapters/camera.js';
import { isCaptureError, type CaptureError } from '../../src/core/errors.js';

/** Chromium's own fake device stands behind the page's real `getUserMedia` in this runner. */
const REAL: CameraPage = {
  isSecureContext: true,
  mediaDevices: navigator.mediaDevices,
  policyAllows: () => true,
};
const refusing = (error: unknown): CameraPage => ({
  ...REAL,
  mediaDevices: { getUserMedia: () => Promise.reject(error) },
});

async function refusal(page: CameraPage): Promise<CaptureError> {
  try {
    await openCamera({ signal: new AbortController().signal, onLost: () => undefined }, page);
  } catch (error) {
    if (isCaptureError(error)) return error;
    throw error;
  }
  throw new Error('The camera opened.');
}

describe('openCamera', () => {
  it('asks for the camera that faces the person, at 1080p, without sound', async () => {
    const asked: (MediaStreamConstraints | undefined)[] = [];
    const life = new AbortController();
    const getUserMedia = (constraints?: MediaStreamConstraints) => {
      asked.push(constraints);
      return navigator.mediaDevices.getUserMedia(constraints);
    };
    const { track } = await openCamera(
      { signal: life.signal, onLost: () => undefined },
      { ...REAL, mediaDevices: { getUserMedia } },
    );
    expect(asked).to.deep.equal([
      {
        audio: false,
        video: {
          facingMode: 'user',
          width: { ideal: 1920 },
          height: { ideal: 1080 },
          frameRate: { ideal: 30 },
        },
      },
    ]);
    expect(track.readyState).to.equal('live');
    life.abort();
    expect(track.readyState).to.equal('ended');
  });

  it('asks for the camera that looks away where a card is photographed', async () => {
    const asked: (MediaStreamConstraints | undefined)[] = [];
    const getUserMedia = (constraints?: MediaStreamConstraints) => {
      asked.push(constraints);
      return Promise.reject(new DOMException('', 'NotFoundError'));
    };
    await openCamera(
      { facing: 'environment', signal: new AbortController().signal, onLost: () => undefined },
      { ...REAL, mediaDevices: { getUserMedia } },
    ).catch(() => undefined);
    expect(asked[0]?.video).to.include({ facingMode: 'environment' });
  });

  for (const [what, page, code, recoverable] of [
    ['an insecure page', { ...REAL, isSecureContext: false }, 'INSECURE_CONTEXT', false],
    ['a browser without cameras', { ...REAL, mediaDevices: undefined }, 'CAMERA_UNSUPPORTED', false],
    ['a person who denies it', refusing(new DOMException('', 'NotAllowedError')), 'CAMERA_DENIED', true],
    [
      'an iframe without allow="camera"',
      { ...refusing(new DOMException('', 'NotAllowedError')), policyAllows: () => false },
      'CAMERA_BLOCKED',
      false,
    ],
    [
      'a browser that does not tell its policy',
      { ...refusing(new DOMException('', 'NotAllowedError')), policyAllows: () => null },
      'CAMERA_DENIED',
      true,
    ],
    ['a policy of the system', refusing(new DOMException('', 'SecurityError')), 'CAMERA_BLOCKED', false],
    ['a machine without a camera', refusing(new DOMException('', 'NotFoundError')), 'CAMERA_NOT_FOUND', true],
    [
      'a device-id that is gone',
      refusing(new DOMException('', 'OverconstrainedError')),
      'CAMERA_NOT_FOUND',
      true,
    ],
    ['a camera in use', refusing(new DOMException('', 'NotReadableError')), 'CAMERA_IN_USE', true],
    ['a camera that fails to start', refusing(new DOMException('', 'AbortError')), 'CAMERA_IN_USE', true],
    ['anything else', refusing(new TypeError('odd')), 'CAMERA_UNSUPPORTED', true],
  ] as const satisfies [string, CameraPage, string, boolean][]) {
    it(`tells ${what} as ${code}`, async () => {
      expect(await refusal(page)).to.include({ code, recoverable });
    });
  }

  it('keeps the browser’s own error as the cause', async () => {
    const cause = new DOMException('', 'NotReadableError');
    expect((await refusal(refusing(cause))).cause).to.equal(cause);
  });

  it('lets the device go when it comes after the signal aborted', async () => {
    const life = new AbortController();
    const tracks: MediaStreamTrack[] = [];
    const getUserMedia = async (constraints?: MediaStreamConstraints) => {
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      tracks.push(...stream.getTracks());
      life.abort();
      return stream;
    };
    const opening = openCamera(
      { signal: life.signal, onLost: () => undefined },
      { ...REAL, mediaDevices: { getUserMedia } },
    );
    const reason: unknown = await opening.catch((error: unknown) => error);
    expect(reason).to.include({ name: 'AbortError' });
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('tells once that a running camera went away', async () => {
    const lost: CaptureError[] = [];
    const life = new AbortController();
    const { track } = await openCamera({ signal: life.signal, onLost: (error) => lost.push(error) }, REAL);
    track.dispatchEvent(new Event('ended'));
    track.dispatchEvent(new Event('ended'));
    expect(lost.map(({ code }) => code)).to.deep.equal(['CAMERA_LOST']);
    life.abort();
  });
});
