import { CARD_ASPECT, cardFrame, type CardFormat } from '../../src/core/card-frame.js';
import { CardPictures } from '../../src/adapters/card-pictures.js';
import type { CardPatch } from '../../src/core/card-measures.js';
import type { Point, Size } from '../../src/types/frame.js';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
export type Table = 'plain' | 'dark' | 'wood' | 'checked' | 'speckled' | 'pale';

export interface CardSceneOptions {
  /** Share of the photo's area that the card covers; null for a table without a card. Default: 0.74. */
  readonly fill?: number | null;
  readonly tiltDeg?: number;
  /** Moves the card, in shares of the frame's width. */
  readonly shift?: { readonly x: number; readonly y: number };
  readonly table?: Table;
  readonly format?: CardFormat;
  /** Radius of a blown-out spot, as a share of the card's height. */
  readonly glare?: number;
  /** Standard deviation of the blur in pixels of the camera. */
  readonly blurPx?: number;
  /** Factor on every pixel. */
  readonly brightness?: number;
  /** Colours of the card. */
  readonly face?: 'blue' | 'white' | 'dark';
}

const FACES = {
  blue: { ground: '#cfe3ee', band: '#2f6f9f', ink: '#22313a' },
  white: { ground: '#f1f1ee', band: '#d9b23c', ink: '#20242a' },
  dark: { ground: '#37475a', band: '#1d2733', ink: '#e4e8ee' },
} as const;

/** A table with a drawn card on it, no person's document, as a camera looks down on it. The same options give the same pixels. */
export function cardScene(options: CardSceneOptions = {}): (context: Context, size: Size) => void {
  const { fill = 0.74, tiltDeg = 0, shift = { x: 0, y: 0 }, table = 'plain', format = 'id-1' } = options;
  const { glare = 0, blurPx = 0, brightness = 1, face = 'blue' } = options;
  return (context, size) => {
    const room = cardFrame(size, format);
    if (!room) throw new Error(`A camera of ${size.width}×${size.height} has no frame.`);
    context.save();
    context.filter = `brightness(${brightness}) blur(${blurPx}px)`;
    const picture = new OffscreenCanvas(size.width, size.height);
    const drawn = picture.getContext('2d');
    if (!drawn) throw new Error('This browser has no 2d canvas.');
    drawTable(drawn, size, table);
    if (fill !== null) {
      const width = room.frame.width * 1.16 * Math.sqrt(fill);
      const height = width / CARD_ASPECT[format];
      drawn.translate(
        size.width / 2 + shift.x * room.frame.width,
        size.height / 2 + shift.y * room.frame.width,
      );
      drawn.rotate((tiltDeg * Math.PI) / 180);
      drawn.translate(-width / 2, -height / 2);
      drawCard(drawn, { width, height }, FACES[face], glare);
    }
    context.drawImage(picture, 0, 0);
    context.restore();
  };
}

/** What is measured of such a scene. */
export function cardPatch(
  options: CardSceneOptions = {},
  camera: Size = { width: 1280, height: 720 },
): CardPatch {
  const frame = cardFrame(camera, options.format ?? 'id-1');
  const canvas = new OffscreenCanvas(camera.width, camera.height);
  const context = canvas.getContext('2d');
  if (!frame || !context) throw new Error('There is no picture to measure.');
  cardScene(options)(context, camera);
  return new CardPictures(canvas).patch(frame);
}

interface Colours {
  readonly ground: string;
  readonly band: string;
  readonly ink: string;
}

function drawCard(context: Context, { width, height }: Size, { ground, band, ink }: Colours, glare: number) {
  context.shadowColor = 'rgb(0 0 0 / 35%)';
  context.shadowBlur = width * 0.012;
  context.shadowOffsetY = width * 0.004;
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(0, 0, width, height, (width * 3.18) / 85.6);
  context.fill();
  context.shadowColor = 'transparent';
  context.save();
  context.clip();
  context.fillStyle = band;
  context.fillRect(0, 0, width, height * 0.18);
  context.fillStyle = '#a98468';
  context.fillRect(width * 0.06, height * 0.28, width * 0.26, height * 0.58);
  context.fillStyle = '#3a2c25';
  context.beginPath();
  context.ellipse(width * 0.19, height * 0.48, width * 0.07, height * 0.13, 0, 0, 7);
  context.fill();
  context.fillStyle = ink;
  const lines = ['0123-456', '789012-34-5678-90', '123456-78', '0123456789-0123', '567-890'];
  lines.forEach((line, index) =>
    printDigits(context, line, { x: width * 0.38, y: height * (0.285 + index * 0.125) }, height * 0.056),
  );
  if (glare > 0) {
    const [x, y, radius] = [width * 0.6, height * 0.5, glare * height];
    const spot = context.createRadialGradient(x, y, radius, x, y, 1.6 * radius);
    spot.addColorStop(0, '#fff');
    spot.addColorStop(1, 'rgb(255 255 255 / 0%)');
    context.fillStyle = spot;
    context.fillRect(0, 0, width, height);
  }
  context.restore();
}

/** The seven bars of a digit: top, right above and below, bottom, left below and above, middle. */
const BARS: Readonly<Record<string, string>> = {
  '0': 'trRblL',
  '1': 'rR',
  '2': 'trmlb',
  '3': 'trmRb',
  '4': 'LmrR',
  '5': 'tLmRb',
  '6': 'tLmRbl',
  '7': 'trR',
  '8': 'trRblLm',
  '9': 'trRbLm',
  '-': 'm',
};

/** Print that needs no font, since those of two machines differ. */
function printDigits(context: Context, text: string, { x, y }: Point, size: number): void {
  const [wide, thin] = [size * 0.5, size * 0.22];
  [...text].forEach((character, index) => {
    const left = x + index * size * 0.68;
    const bars: Readonly<Record<string, readonly [number, number, number, number]>> = {
      t: [left, y, wide, thin],
      m: [left, y + (size - thin) / 2, wide, thin],
      b: [left, y + size - thin, wide, thin],
      L: [left, y, thin, size / 2],
      l: [left, y + size / 2, thin, size / 2],
      r: [left + wide - thin, y, thin, size / 2],
      R: [left + wide - thin, y + size / 2, thin, size / 2],
    };
    for (const name of BARS[character] ?? '') {
      const bar = bars[name];
      if (bar) context.fillRect(...bar);
    }
  });
}

function drawTable(context: Context, { width, height }: Size, table: Table): void {
  const random = seeded();
  context.fillStyle = {
    plain: '#6d5f52',
    dark: '#23262b',
    wood: '#8a6442',
    checked: '#4d6b58',
    speckled: '#75716b',
    pale: '#b9c6cc',
  }[table];
  context.fillRect(0, 0, width, height);
  switch (table) {
    case 'plain':
    case 'dark':
    case 'pale':
      return;
    case 'wood':
      for (let y = 0; y < height; y += 3) {
        context.fillStyle = `rgb(50 28 10 / ${Math.round(35 * random())}%)`;
        context.fillRect(0, y, width, 3);
      }
      for (let y = height * 0.07; y < height; y += height * 0.19) {
        context.fillStyle = '#3c2815';
        context.fillRect(0, y, width, 4);
      }
      return;
    case 'checked':
      for (let y = 0; y < height; y += 60) {
        for (let x = (y / 60) % 2 === 0 ? 0 : 60; x < width; x += 120) {
          context.fillStyle = '#7f4646';
          context.fillRect(x, y, 60, 60);
        }
      }
      return;
    case 'speckled':
      for (let speck = 0; speck < 6000; speck += 1) {
        const level = Math.round(60 + 120 * random());
        context.fillStyle = `rgb(${level} ${level} ${level})`;
        context.fillRect(width * random(), height * random(), 2 + 8 * random(), 2 + 8 * random());
      }
      return;
    default:
      table satisfies never;
  }
}

function seeded(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
