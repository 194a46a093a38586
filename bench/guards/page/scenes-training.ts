import { drawBeard, drawCap, drawFreckles, drawFringe, drawLipstick, drawShadow } from './bare.js';
import { drawSkinTone, openMouth } from './skin-and-mouth.js';
import { drawEyePatch, drawHairOverEye, drawSpectacles, drawSunglasses, LENSES } from './cover-eyes.js';
import { drawMask, drawScarf, MASKS } from './cover-mouth.js';
import { drawHand, drawMicrophone, drawPhone } from './cover-things.js';
import { drawBlob } from './cover-random.js';
import { lowerLid } from './eyelids.js';
import { randomOf, type Random } from '../random.js';
import type { Person } from './person.js';
import { CAMERAS, type Scene } from './scene.js';
import { takeShot, usualHeight, type Shot } from './shot.js';
import { turnHead } from './turned.js';

/** Scenes of one person to fit on; half of them bare. */
const SCENES = 200;

type Paint = (shot: Shot, random: Random) => void;

const BARE: readonly Paint[] = [
  () => undefined,
  () => undefined,
  (shot) => drawBeard(shot),
  (shot) => drawBeard(shot),
  (shot) => drawBeard(shot),
  (shot, random) => openMouth(shot, 0.04 + 0.14 * random()),
  (shot, random) => {
    openMouth(shot, 0.06 + 0.18 * random());
    drawBeard(shot);
  },
  (shot, random) => {
    openMouth(shot, 0.06 + 0.18 * random());
    drawBeard(shot);
  },
  (shot, random) => {
    openMouth(shot, 0.06 + 0.18 * random());
    drawBeard(shot);
  },
  (shot) => drawBeard(shot, false),
  drawLipstick,
  drawFreckles,
  drawFringe,
  drawCap,
  (shot) => drawSpectacles(shot, 'thin', true),
  (shot) => drawSpectacles(shot, 'thick'),
  (shot) => drawSpectacles(shot, 'round', true),
  (shot) => (lowerLid(shot, 'left'), lowerLid(shot, 'right')),
  drawShadow,
  (shot, random) =>
    drawSkinTone(shot, { r: 90 + 130 * random(), g: 62 + 110 * random(), b: 48 + 100 * random() }),
];

const COVERS: readonly Paint[] = [
  (shot, random) => drawMask(shot, pick(MASKS, random), random() < 0.25),
  (shot, random) => drawMask(shot, pick(MASKS, random), random() < 0.25),
  (shot, random) => drawSunglasses(shot, pick(LENSES, random)),
  (shot, random) => drawSunglasses(shot, pick(LENSES, random)),
  drawScarf,
  drawMicrophone,
  (shot, random) => drawHand(shot, anywhere(random), 0.9 + 0.6 * random()),
  (shot, random) => drawPhone(shot, anywhere(random)),
  (shot, random) => drawHairOverEye(shot, random() < 0.5 ? 'left' : 'right'),
  (shot, random) => drawEyePatch(shot, random() < 0.5 ? 'left' : 'right'),
  drawBlob,
  drawBlob,
  drawBlob,
  drawBlob,
];

/** Scenes to fit the cover weights on, of people of the fitting group only. Nothing of them is in the benchmark. */
export function trainingScenes(person: Person): Scene[] {
  const isUsable = person.fault === null || person.fault === 'hair';
  if (person.group !== 'fitting' || !isUsable) return [];
  return Array.from({ length: SCENES }, (_, number): Scene => {
    const random = randomOf(`training/${person.file}/${number}`);
    const isCovered = number % 2 === 1;
    return {
      id: `${person.file}/training/${number}`,
      kind: isCovered ? 'training/covered' : 'training/bare',
      person,
      expect: 'any',
      flaws:
        random() < 0.5
          ? { noiseSigma: 1 + 5 * random(), jpegQuality: 0.6 + 0.3 * random() }
          : { noiseSigma: 0, jpegQuality: null },
      draw: () => {
        const shot = takeShot(person, `training/${number}`, {
          camera: CAMERAS.hd,
          faceHeight: usualHeight(person, CAMERAS.hd) * (1 + 0.25 * random()),
          rollDeg: 24 * (random() - 0.5),
        });
        if (isCovered) pick(COVERS, random)(shot, random);
        else {
          if (random() < 0.2) {
            const degrees = () => 24 * (random() - 0.5);
            turnHead(shot, { yawDeg: degrees(), pitchDeg: 0.7 * degrees(), rollDeg: 0 });
          } else pick(BARE, random)(shot, random);
        }
        return shot;
      },
    };
  });
}

function pick<T>(list: readonly T[], random: Random): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error('Nothing to pick from.');
  return picked;
}

/** Somewhere between the forehead and the chin, in units of `axesOf`. */
function anywhere(random: Random): { x: number; y: number } {
  return { x: -28 + 56 * random(), y: -32 + 58 * random() };
}
