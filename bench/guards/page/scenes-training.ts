import type { Sides } from '../../../src/types/frame.js';
import { randomOf, type Random } from '../random.js';
import { blur } from './camera-flaws.js';
import { withCover } from './patch.js';
import type { Person } from './person.js';
import { reshape } from './reshaped.js';
import { NO_FLAWS, type Flaws, type Scene } from './scene.js';
import { takeShot, usualHeight, type Shot } from './shot.js';
import { coverSomething } from './training-covers.js';
import { changeLight, changeLooks, develop, lowerLids } from './training-looks.js';
import { turnHead } from './turned.js';

/** Scenes of one person to fit on; half of them bare. */
const SCENES = 500;
/** As high as the benchmark's usual camera, and hardly wider than what is captured of it. */
export const CAMERA = { width: 600, height: 720 };

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
      flaws: someFlaws(random),
      draw: () => drawTraining(person, number, isCovered, random),
    };
  });
}

/** Those of a camera in every other scene. */
export function someFlaws(random: Random): Flaws {
  return random() < 0.5 ? { noiseSigma: 1 + 5 * random(), jpegQuality: 0.6 + 0.3 * random() } : NO_FLAWS;
}

const OPEN: Sides<number> = { left: 0, right: 0 };
const SHUT: Sides<number> = { left: 1, right: 1 };

function drawTraining(person: Person, number: number, isCovered: boolean, random: Random): Shot {
  const taken = takeShot(person, `training/${number}`, {
    camera: CAMERA,
    faceHeight: usualHeight(person, CAMERA) * (1 + 0.25 * random()),
    rollDeg: 24 * (random() - 0.5),
  });
  const bare = random() < 0.7 ? reshape(taken, random) : taken;
  if (random() < 0.5) develop(bare, random);
  const isLidMoved = !person.eyesClosed && random() < (isCovered ? 0.1 : 0.5);
  const lids = isLidMoved ? lowerLids(bare, random) : person.eyesClosed ? SHUT : OPEN;
  changeLooks(bare, random);
  const shot = isCovered ? withCover(bare, (on) => coverSomething(on, random)) : bare;
  if (random() < 0.3) {
    const degrees = () => 28 * (random() - 0.5);
    turnHead(shot, { yawDeg: degrees(), pitchDeg: 0.7 * degrees(), rollDeg: 0 });
  }
  if (random() < 0.5) changeLight(shot, random);
  if (random() < 0.25) blur(shot, 0.007 * random());
  return { ...shot, lids: person.eyesInShade ? null : lids };
}
