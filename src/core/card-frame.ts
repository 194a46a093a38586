import type { Rect, Size } from '../types/frame.js';
import { MIN_PHOTO_SIDE_PX } from './capture-frame.js';

/** Kinds of documents that the frame is made for. */
export const CARD_FORMATS = ['id-1', 'passport'] as const;
export type CardFormat = (typeof CARD_FORMATS)[number];

/** Width over height: an ID-1 card is 85.60 × 53.98 mm, a passport's page (ID-3) 125 × 88 mm (ISO/IEC 7810). */
export const CARD_ASPECT: Readonly<Record<CardFormat, number>> = {
  'id-1': 85.6 / 53.98,
  passport: 125 / 88,
};

/** The photo is the frame with this margin at each side, so that a card on the frame covers 74 % of the photo's area. */
const MARGIN = 0.08;
/** Width of the frame over that of the view: the margin and some table stay in sight. */
const FRAME_SHARE = 0.82;
const VIEW_ASPECT = 4 / 3;

/** What of the camera picture is shown, where the frame lies in it, and what becomes the photo; in camera pixels. */
export interface CardFrame {
  readonly view: Rect;
  readonly frame: Rect;
  readonly photo: Rect;
}

/** How much of the photo's area a card of the given area covers, as a share; the photo is the frame with its margin. */
export function fillOf(cardArea: number, frame: Size): number {
  return cardArea / (frame.width * frame.height * (1 + 2 * MARGIN) ** 2);
}

/**
 * Lays a card's frame into the middle of a camera picture, whichever way the camera is held.
 *
 * @param camera Size of the camera picture in pixels, as it stands upright.
 * @returns null where the picture is under 450 × 450 px, the least that the vendor takes.
 */
export function cardFrame(camera: Size, format: CardFormat): CardFrame | null {
  if (!(camera.width >= MIN_PHOTO_SIDE_PX && camera.height >= MIN_PHOTO_SIDE_PX)) return null;
  const width = Math.min(camera.width, camera.height * VIEW_ASPECT);
  const view = centred(camera, { width, height: Math.max(MIN_PHOTO_SIDE_PX, width / VIEW_ASPECT) });
  const frameWidth = view.width * FRAME_SHARE;
  const frame = { width: frameWidth, height: frameWidth / CARD_ASPECT[format] };
  const photo = {
    width: Math.max(MIN_PHOTO_SIDE_PX, frame.width * (1 + 2 * MARGIN)),
    height: Math.max(MIN_PHOTO_SIDE_PX, frame.height * (1 + 2 * MARGIN)),
  };
  return { view, frame: centred(camera, frame), photo: centred(camera, photo) };
}

/** Whole pixels, so that the photo is a copy and not a scaled one. */
function centred(within: Size, size: Size): Rect {
  const [width, height] = [Math.round(size.width), Math.round(size.height)];
  return {
    x: Math.floor((within.width - width) / 2),
    y: Math.floor((within.height - height) / 2),
    width,
    height,
  };
}
