import type { Sides } from '../../../src/types/frame.js';
import { pick, type Random } from '../random.js';
import { drawBeard, drawCap, drawFreckles, drawFringe, drawLipstick, drawShadow, fadeLips } from './bare.js';
import { drawSpectacles } from './cover-eyes.js';
import { glance, paintLids, shadeEyes, tintEyes } from './eye-looks.js';
import { lowerLid, type LidLook } from './eyelids.js';
import { expose, lightFromSide, redraw, tint } from './light.js';
import { css } from './paths.js';
import { drawSkinTone, openMouth } from './skin-and-mouth.js';
import type { Shot } from './shot.js';

/** What makes a bare face look another way, and what light does to it. */

type Paint = (shot: Shot, random: Random) => void;

const LOOKS: readonly Paint[] = [
  (shot) => drawBeard(shot),
  (shot) => drawBeard(shot, false),
  (shot, random) => openMouth(shot, 0.03 + 0.15 * random()),
  (shot, random) => openMouth(shot, 0.03 + 0.22 * random()),
  drawLipstick,
  (shot, random) => fadeLips(shot, 0.3 + 0.4 * random()),
  drawFreckles,
  drawFringe,
  drawCap,
  drawSomeSpectacles,
  drawSomeSpectacles,
  (shot, random) => shadeEyes(shot, 0.15 + 0.4 * random()),
  paintLids,
  tintEyes,
  (shot, random) => glance(shot, 0.3 * (random() - 0.5), 0.3 * (random() - 0.5)),
  drawSomeSkin,
];

/** Up to three of them, one over the other. */
export function changeLooks(shot: Shot, random: Random): void {
  const count = Math.floor(4 * random());
  for (let look = 0; look < count; look += 1) pick(LOOKS, random)(shot, random);
}

function drawSomeSkin(shot: Shot, random: Random): void {
  const r = 90 + 140 * random();
  const g = r * (0.64 + 0.18 * random());
  drawSkinTone(shot, { r, g, b: g * (0.7 + 0.22 * random()) });
}

function drawSomeSpectacles(shot: Shot, random: Random): void {
  const colour = () => ({ r: 220 * random(), g: 200 * random(), b: 200 * random() });
  drawSpectacles(
    shot,
    pick(['thin', 'thick', 'round'] as const, random),
    random() < 0.5,
    random() < 0.5 ? {} : { frame: css(colour()), glass: css(colour(), 1, 0.22 * random()) },
  );
}

/** One eye or both, closed or by a part. Returns how far each lid was lowered. */
export function lowerLids(shot: Shot, random: Random): Sides<number> {
  const which = random();
  const share = random() < 0.65 ? 0.92 + 0.08 * random() : 0.2 + 0.3 * random();
  const lids = { left: which < 0.75 ? share : 0, right: which < 0.5 || which >= 0.75 ? share : 0 };
  const look = random() < 0.3 ? undefined : someLid(random);
  for (const side of ['left', 'right'] as const) {
    if (lids[side] > 0) lowerLid(shot, side, lids[side], look);
  }
  return lids;
}

function someLid(random: Random): LidLook {
  return { shade: 0.2 + 1.2 * random(), lashes: 0.3 + 1.7 * random(), fold: 0.4 + 0.4 * random() };
}

/** The camera's own picture of the same room: contrast, colour and exposure. */
export function develop(shot: Shot, random: Random): void {
  const [contrast, colour, exposure] = [0.75 + 0.5 * random(), 1.5 * random(), 0.8 + 0.35 * random()];
  redraw(
    shot,
    `contrast(${contrast.toFixed(2)}) saturate(${colour.toFixed(2)}) brightness(${exposure.toFixed(2)})`,
  );
}

const LIGHTS: readonly Paint[] = [
  drawShadow,
  drawShadow,
  (shot, random) => lightFromSide(shot, random() < 0.5 ? 'left' : 'right', 0.45 + 0.55 * random()),
  (shot, random) => lightFromSide(shot, random() < 0.5 ? 'left' : 'right', 0.12 + 0.88 * random()),
  (shot, random) => tint(shot, pick(['#ffe2b8', '#cfe4ff', '#ffd9cf', '#e0ffd8', '#ffc890'], random)),
  (shot, random) => expose(shot, 0.3 + 0.8 * random()),
];

export function changeLight(shot: Shot, random: Random): void {
  pick(LIGHTS, random)(shot, random);
}
