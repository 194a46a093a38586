import { expect } from '@open-wc/testing';
import { betterCamera, cameraFacing, cameraKind } from '../../src/core/camera-label.js';

const camera = (label: string) => ({ deviceId: label, label });

describe('camera label', () => {
  for (const [label, kind] of [
    ['HD Pro Webcam C920 (046d:082d)', 'colour'],
    ['Integrated Camera', 'colour'],
    ['FaceTime HD Camera', 'colour'],
    ['camera2 1, facing front', 'colour'],
    ['fake_device_0', 'colour'],
    ['', 'colour'],
    ['Integrated IR Camera', 'infrared'],
    ['Surface Camera Front Infrared', 'infrared'],
    ['Intel(R) RealSense(TM) Depth Module', 'infrared'],
    ['OBS Virtual Camera', 'virtual'],
    ['ManyCam Video Source', 'virtual'],
    ['e2eSoft VCam', 'virtual'],
  ] as const) {
    it(`takes "${label}" for ${kind}`, () => expect(cameraKind(label)).to.equal(kind));
  }

  for (const [label, facing] of [
    ['camera2 1, facing front', 'user'],
    ['camera2 0, facing back', 'environment'],
    ['Rear Camera', 'environment'],
    ['Integrated Camera', null],
  ] as const) {
    it(`sees "${label}" look ${facing ?? 'nobody knows where'}`, () =>
      expect(cameraFacing(label)).to.equal(facing));
  }

  for (const [given, all, better] of [
    ['Integrated Camera', ['Integrated Camera', 'OBS Virtual Camera'], null],
    ['OBS Virtual Camera', ['OBS Virtual Camera', 'Integrated Camera'], 'Integrated Camera'],
    ['Integrated IR Camera', ['Integrated IR Camera', 'Integrated Camera'], 'Integrated Camera'],
    ['OBS Virtual Camera', ['OBS Virtual Camera', 'Rear Camera', 'Front Camera'], 'Front Camera'],
    ['OBS Virtual Camera', ['OBS Virtual Camera', 'Rear Camera'], 'Rear Camera'],
    ['OBS Virtual Camera', ['OBS Virtual Camera', ''], null],
    ['OBS Virtual Camera', [], null],
  ] as const) {
    it(`takes ${better ?? 'nothing'} instead of ${given} out of ${all.join(', ')}`, () => {
      expect(betterCamera(camera(given), all.map(camera))?.label ?? null).to.equal(better);
    });
  }
});
