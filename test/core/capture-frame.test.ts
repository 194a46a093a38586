import { expect } from '@open-wc/testing';
import { analysisSize, captureFrame } from '../../src/core/capture-frame.js';

const size = (text: string) => {
  const [width = NaN, height = NaN] = text.split('×').map(Number);
  return { width, height };
};

describe('captureFrame', () => {
  for (const [camera, crop, photo] of [
    ['640×480', '450×480', '450×480'],
    ['1280×720', '540×720', '540×720'],
    ['1920×1080', '810×1080', '810×1080'],
    ['3840×2160', '1620×2160', '960×1280'],
    ['720×1280', '720×960', '720×960'],
    ['1080×1920', '1080×1440', '960×1280'],
    ['480×640', '480×640', '480×640'],
    ['450×450', '450×450', '450×450'],
    ['451×453', '450×452', '450×452'],
    ['450×1000', '450×600', '450×600'],
    ['500×900', '500×666', '500×666'],
    ['800×600', '450×600', '450×600'],
    ['800×598', '450×598', '450×598'],
    ['2000×450', '450×450', '450×450'],
  ] as const) {
    it(`takes ${crop} of a ${camera} camera for a photo of ${photo}`, () => {
      const frame = captureFrame(size(camera));
      expect(frame?.photo).to.deep.equal(size(photo));
      expect(frame?.crop).to.include(size(crop));
    });

    it(`stays inside a ${camera} camera and is centred to a pixel or two`, () => {
      const { width, height } = size(camera);
      const crop = captureFrame({ width, height })?.crop ?? { x: NaN, y: NaN, width: NaN, height: NaN };
      for (const [start, length, whole] of [
        [crop.x, crop.width, width],
        [crop.y, crop.height, height],
      ] as const) {
        expect(start % 2).to.equal(0);
        expect(start).to.be.at.least(0);
        expect(start + length).to.be.at.most(whole);
        expect(Math.abs(whole - length - 2 * start)).to.be.at.most(3);
      }
    });
  }

  for (const camera of ['449×450', '450×449', '320×240', '0×0', 'NaN×NaN']) {
    it(`has no frame in a ${camera} camera`, () => {
      expect(captureFrame(size(camera))).to.equal(null);
    });
  }
});

describe('analysisSize', () => {
  for (const [photo, analysed] of [
    ['960×1280', '540×720'],
    ['544×726', '540×720'],
    ['540×720', '540×720'],
    ['480×640', '480×640'],
    ['450×480', '450×480'],
  ] as const) {
    it(`is ${analysed} for a photo of ${photo}`, () => {
      expect(analysisSize(size(photo))).to.deep.equal(size(analysed));
    });
  }

  it('keeps within another height where asked', () => {
    expect(analysisSize({ width: 960, height: 1280 }, 320)).to.deep.equal({ width: 240, height: 320 });
  });
});
