import { drawBeard, drawCap, drawFreckles, drawFringe, drawLipstick, drawShadow, fadeLips } from './bare.js';
import { drawSkinTone, openMouth } from './skin-and-mouth.js';
import { drawEyePatch, drawHairOverEye, drawSpectacles, drawSunglasses, LENSES } from './cover-eyes.js';
import { drawMask, drawScarf, MASKS } from './cover-mouth.js';
import { drawHand, drawMicrophone, drawPhone } from './cover-things.js';
import { drawBlob } from './cover-random.js';
import { lowerLid } from './eyelids.js';
import { expose, lightFromSide, tint } from './light.js';
import { withCover } from './patch.js';
import { randomOf, type Random } from '../random.js';
import type { Person } from './person.js';
import { CAMERAS, type Scene } from './scene.js';
import { takeShot, usualHeight, type Shot } from './shot.js';
import { turnHead } from './turned.js';

/** Scenes of one person to fit on; half of them bare. */
const SCENES = 300;

type Paint = (shot: Shot, random: Random) => void;

/** What changes how a bare face looks. */
const LOOKS: readonly (Paint | 'lids')[] = [
  (shot) => drawBeard(shot),
  (shot) => drawBeard(shot, false),
  (shot, random) => openMouth(shot, 0.04 + 0.14 * random()),
  (shot, random) => {
    openMouth(shot, 0.06 + 0.18 * random());
    drawBeard(shot);
  },
  drawLipstick,
  (shot, random) => fadeLips(shot, 0.3 + 0.4 * random()),
  drawFreckles,
  drawFringe,
  drawCap,
  (shot, random) => drawSpectacles(shot, 'thin', random() < 0.5),
  (shot, random) => drawSpectacles(shot, 'thick', random() < 0.5),
  (shot, random) => drawSpectacles(shot, 'round', random() < 0.5),
  'lids',
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
  (shot, random) => drawHand(shot, anywhere(random), 0.9 + 0.6 * random()),
  (shot, random) => drawPhone(shot, anywhere(random)),
  (shot, random) => drawHairOverEye(shot, random() < 0.5 ? 'left' : 'right'),
  (shot, random) => drawEyePatch(shot, random() < 0.5 ? 'left' : 'right'),
  drawBlob,
  drawBlob,
  drawBlob,
  drawBlob,
];

const LIGHTS: readonly Paint[] = [
  drawShadow,
  (shot, random) => lightFromSide(shot, random() < 0.5 ? 'left' : 'right', 0.5 + 0.5 * random()),
  (shot, random) => tint(shot, pick(['#ffe2b8', '#cfe4ff', '#ffd9cf', '#e0ffd8'], random)),
  (shot, random) => expose(shot, 0.4 + 0.7 * random()),
];

/** Scenes to fit the cover weights on, of people of the fitting group only. Nothing of them is in the benchmark. */
export function trainingScenes(person: Person): Scene[] {
  if (person.group !== 'fitting') return [];
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
      draw: () => drawTraining(person, number, isCovered, random),
    };
  });
}

function drawTraining(person: Person, number: number, isCovered: boolean, random: Random): Shot {
  const bare = takeShot(person, `training/${number}`, {
    camera: CAMERAS.hd,
    faceHeight: usualHeight(person, CAMERAS.hd) * (1 + 0.25 * random()),
    rollDeg: 24 * (random() - 0.5),
  });
  let lidsShare = person.eyesClosed ? 1 : 0;
  if (random() < (isCovered ? 0.3 : 0.75)) {
    const look = pick(LOOKS, random);
    if (look === 'lids') {
      lidsShare = random() < 0.6 ? 1 : 0.3 + 0.4 * random();
      lowerLid(bare, 'left', lidsShare);
      lowerLid(bare, 'right', lidsShare);
    } else look(bare, random);
  }
  const shot = isCovered ? withCover(bare, (on) => pick(COVERS, random)(on, random)) : bare;
  if (random() < 0.3) {
    const degrees = () => 28 * (random() - 0.5);
    turnHead(shot, { yawDeg: degrees(), pitchDeg: 0.7 * degrees(), rollDeg: 0 });
  }
  if (random() < 0.4) pick(LIGHTS, random)(shot, random);
  return { ...shot, lidsShare };
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
