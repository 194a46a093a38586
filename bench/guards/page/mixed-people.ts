import type { Random } from '../random.js';
import { FACE_OVAL, EYE_OPENINGS } from '../../../src/core/landmarks.js';
import { renderMoved } from './moved-mesh.js';
import { NOSE } from './patch.js';
import { at, axesOf, polygon } from './paths.js';
import type { Person } from './person.js';
import { takeShot, type Shot } from './shot.js';
import { contextOf, newCanvas } from './stage.js';

/**
 * The face of one photograph with the nose of another, drawn onto its mesh and brought to its colours. Such a scene belongs to both
 * people.
 */
export function mixNose(shot: Shot, donor: Person, random: Random): Shot {
  const { unit } = axesOf(shot);
  const middle = at(shot, 5);
  const reach = 1.12 + 0.35 * random();
  const outline = polygon(
    NOSE.map((index) => {
      const { x, y } = at(shot, index);
      return { x: middle.x + reach * (x - middle.x), y: middle.y + reach * (y - middle.y) };
    }),
  );
  return mix(shot, donor, {
    outline,
    featherPx: (1.2 + 1.6 * random()) * unit,
    share: 1,
    contrast: random(),
  });
}

/** Skin, nose and mouth between those of two photographs. */
export function mixFace(shot: Shot, donor: Person, random: Random): Shot {
  const { unit } = axesOf(shot);
  const middle = at(shot, 5);
  const outline = polygon(
    FACE_OVAL.map((index) => {
      const { x, y } = at(shot, index);
      return { x: middle.x + 0.92 * (x - middle.x), y: middle.y + 0.92 * (y - middle.y) };
    }),
  );
  // Two pairs of eyes, one over the other, look like nobody's.
  for (const eye of [EYE_OPENINGS.left, EYE_OPENINGS.right]) {
    const centre = {
      x: eye.reduce((sum, index) => sum + at(shot, index).x, 0) / eye.length,
      y: eye.reduce((sum, index) => sum + at(shot, index).y, 0) / eye.length,
    };
    outline.addPath(
      polygon(
        eye.map((index) => {
          const { x, y } = at(shot, index);
          return { x: centre.x + 1.5 * (x - centre.x), y: centre.y + 2.2 * (y - centre.y) };
        }),
      ),
    );
  }
  return mix(shot, donor, {
    outline,
    featherPx: 2 * unit,
    share: 0.3 + 0.5 * random(),
    contrast: random(),
  });
}

interface Mix {
  readonly outline: Path2D;
  readonly featherPx: number;
  /** Of the donor in what is drawn. */
  readonly share: number;
  /** How far the donor's contrast is brought to the receiver's, 0 to 1. */
  readonly contrast: number;
}

function mix(shot: Shot, donor: Person, { outline, featherPx, share, contrast }: Mix): Shot {
  const { canvas, context } = shot;
  const other = takeShot(donor, 'donor', {
    camera: { width: canvas.width, height: canvas.height },
    faceHeight: shot.faceHeightPx / canvas.height,
  });
  renderMoved(other, (place) => place, shot.mesh);
  const cut = newCanvas(canvas);
  const paint = contextOf(cut);
  paint.filter = `blur(${featherPx.toFixed(1)}px)`;
  paint.fill(outline, 'evenodd');
  const mask = paint.getImageData(0, 0, canvas.width, canvas.height);
  const mine = context.getImageData(0, 0, canvas.width, canvas.height);
  const theirs = other.context.getImageData(0, 0, canvas.width, canvas.height);
  for (let channel = 0; channel < 3; channel += 1) {
    const [own, given] = [toneOf(mine.data, mask.data, channel), toneOf(theirs.data, mask.data, channel)];
    const gain = Math.min(1.5, Math.max(0.6, own.deviation / Math.max(1, given.deviation))) ** contrast;
    for (let byte = channel; byte < mine.data.length; byte += 4) {
      const weight = (share * (mask.data[byte - channel + 3] ?? 0)) / 255;
      if (weight === 0) continue;
      const value = own.mean + gain * ((theirs.data[byte] ?? 0) - given.mean);
      mine.data[byte] = Math.round((1 - weight) * (mine.data[byte] ?? 0) + weight * value);
    }
  }
  context.putImageData(mine, 0, 0);
  return { ...shot, donors: [donor.file] };
}

function toneOf(
  pixels: Uint8ClampedArray,
  mask: Uint8ClampedArray,
  channel: number,
): { readonly mean: number; readonly deviation: number } {
  let [count, sum, squares] = [0, 0, 0];
  for (let byte = channel; byte < pixels.length; byte += 4) {
    const weight = mask[byte - channel + 3] ?? 0;
    if (weight === 0) continue;
    const value = pixels[byte] ?? 0;
    count += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const mean = sum / Math.max(1, count);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) };
}
