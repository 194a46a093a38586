import { expect } from '@open-wc/testing';
import { CARD_FORMATS, cardFrame, fillOf } from '../../src/core/card-frame.js';

const CAMERAS = [
  [1920, 1080],
  [1080, 1920],
  [1280, 720],
  [720, 1280],
  [640, 480],
  [480, 640],
  [450, 450],
  [3840, 2160],
  [1000, 450],
] as const;

describe('cardFrame', () => {
  for (const [width, height] of CAMERAS) {
    for (const format of CARD_FORMATS) {
      it(`fits a ${format} into ${width}×${height}, with a photo that the vendor takes`, () => {
        const room = cardFrame({ width, height }, format);
        if (!room) throw new Error('There is no frame.');
        const { view, frame, photo } = room;
        const aspect = format === 'id-1' ? 85.6 / 53.98 : 125 / 88;
        expect(frame.width / frame.height).to.be.closeTo(aspect, 0.01);
        expect(Math.min(photo.width, photo.height)).to.be.at.least(450);
        expect(contains({ x: 0, y: 0, width, height }, view), 'view in camera').to.equal(true);
        expect(contains(view, photo), 'photo in view').to.equal(true);
        expect(contains(photo, frame), 'frame in photo').to.equal(true);
        for (const rect of [view, frame, photo]) {
          expect(Math.abs(rect.x + rect.width / 2 - width / 2)).to.be.at.most(1);
          expect(Math.abs(rect.y + rect.height / 2 - height / 2)).to.be.at.most(1);
        }
      });
    }
  }

  for (const [width, height, isThere] of [
    [450, 450, true],
    [449, 450, false],
    [450, 449, false],
    [4000, 449, false],
    [NaN, 480, false],
    [0, 0, false],
  ] as const) {
    it(`${isThere ? 'has a frame' : 'is null'} at ${width}×${height}`, () => {
      expect(cardFrame({ width, height }, 'id-1') !== null).to.equal(isThere);
    });
  }

  it('gives an ID-1 card on a 720p camera at least the 200 pixels an inch that the vendor asks for', () => {
    const room = cardFrame({ width: 1280, height: 720 }, 'id-1');
    expect(((room?.frame.width ?? 0) / 85.6) * 25.4).to.be.above(200);
  });
});

describe('fillOf', () => {
  it('is between 70 and 80 % for a card that lies on the frame, whatever the size', () => {
    expect(fillOf(100 * 60, { width: 100, height: 60 })).to.be.within(0.7, 0.8);
    expect(fillOf(300 * 200, { width: 300, height: 200 })).to.be.within(0.7, 0.8);
  });

  it('is 1 for a card as large as the photo, and grows with the area', () => {
    expect(fillOf(116 * 69.6, { width: 100, height: 60 })).to.be.closeTo(1, 1e-9);
    expect(fillOf(58 * 69.6, { width: 100, height: 60 })).to.be.closeTo(0.5, 1e-9);
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
