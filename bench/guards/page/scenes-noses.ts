import type { Sides } from '../../../src/types/frame.js';
import { pick, randomOf, type Random } from '../random.js';
import { blur } from './camera-flaws.js';
import { coverNose } from './cover-nose.js';
import { changeExpression } from './expressions.js';
import { mixFace, mixNose } from './mixed-people.js';
import { changeNose } from './nose-looks.js';
import { withCover } from './patch.js';
import type { Person } from './person.js';
import { reshape } from './reshaped.js';
import type { Scene } from './scene.js';
import { CAMERA, someFlaws } from './scenes-training.js';
import { takeShot, usualHeight, type Shot } from './shot.js';
import { coverSomething } from './training-covers.js';
import { changeLight, changeLooks, develop } from './training-looks.js';
import { turnHead } from './turned.js';

/** Scenes of one person about noses; half of them bare. */
const SCENES = 500;
/** Of which so many show features of another person as well. */
const MIXED_SHARE = 0.6;

/**
 * More scenes to fit the cover weights on: noses that look in many ways, under mouths that move them, of people who are mixed of two;
 * and what covers a nose and hardly more.
 */
export function noseScenes(person: Person, people: readonly Person[]): Scene[] {
  if (person.group !== 'fitting') return [];
  const others = people.filter(({ group, file }) => group === 'fitting' && file !== person.file);
  return Array.from({ length: SCENES }, (_, number): Scene => {
    const random = randomOf(`training/${person.file}/nose/${number}`);
    const isCovered = number % 2 === 1;
    return {
      id: `${person.file}/training-nose/${number}`,
      kind: isCovered ? 'training-nose/covered' : 'training-nose/bare',
      person,
      expect: 'any',
      flaws: someFlaws(random),
      draw: () => drawNoseScene(person, number, others, isCovered, random),
    };
  });
}

const OPEN: Sides<number> = { left: 0, right: 0 };

function drawNoseScene(
  person: Person,
  number: number,
  others: readonly Person[],
  isCovered: boolean,
  random: Random,
): Shot {
  let shot = takeShot(person, `training-nose/${number}`, {
    camera: CAMERA,
    faceHeight: usualHeight(person, CAMERA) * (1 + 0.25 * random()),
    rollDeg: 20 * (random() - 0.5),
  });
  if (random() < MIXED_SHARE) {
    const donor = pick(others, random);
    shot = random() < 0.6 ? mixNose(shot, donor, random) : mixFace(shot, donor, random);
  }
  if (random() < 0.6) shot = reshape(shot, random);
  if (random() < 0.55) shot = changeExpression(shot, random);
  if (random() < 0.5) develop(shot, random);
  changeNose(shot, random);
  if (random() < 0.6) changeLooks(shot, random);
  if (isCovered) {
    const cover = random() < 0.85 ? coverNose : coverSomething;
    shot = withCover(shot, (on) => cover(on, random));
  }
  if (random() < 0.3) {
    const degrees = () => 28 * (random() - 0.5);
    turnHead(shot, { yawDeg: degrees(), pitchDeg: 0.8 * degrees(), rollDeg: 0 });
  }
  if (random() < 0.45) changeLight(shot, random);
  if (random() < 0.2) blur(shot, 0.007 * random());
  return { ...shot, lids: person.eyesClosed || person.eyesInShade ? null : OPEN };
}
