import { COVERED_SHARE } from '../result.js';
import { drawEyePatch, drawHairOverEye, drawSpectacles, drawSunglasses, LENSES } from './cover-eyes.js';
import { drawMask, drawScarf, MASKS } from './cover-mouth.js';
import { drawHand, drawMicrophone, drawPhone } from './cover-things.js';
import { glance } from './eye-looks.js';
import { lowerLid } from './eyelids.js';
import { expose, tint } from './light.js';
import { withCover } from './patch.js';
import { axesOf, at } from './paths.js';
import type { Person } from './person.js';
import { CAMERAS, NO_FLAWS, SOME_FLAWS, type Scene } from './scene.js';
import { takeShot, usualHeight, type Shot } from './shot.js';

type Paint = (shot: Shot) => void;

/** What hides the mouth, the nose or an eye by half or more; where it hides less of one person, nothing is asked. */
const COVERS: Readonly<Record<string, Paint>> = {
  ...Object.fromEntries(MASKS.map((kind) => [`mask/${kind}`, (shot: Shot) => drawMask(shot, kind)])),
  'under-nose/blue': (shot) => drawMask(shot, 'blue', true),
  'under-nose/white': (shot) => drawMask(shot, 'white', true),
  scarf: drawScarf,
  'mouth/hand': (shot) => drawHand(shot, { x: 0, y: 20 }, 1.35),
  'mouth/phone': (shot) => drawPhone(shot, { x: 1, y: 18 }),
  'mouth/microphone': drawMicrophone,
  'eye/hand': (shot) => drawHand(shot, eyeOf(shot), 1.2),
  'eye/phone': (shot) => drawPhone(shot, eyeOf(shot)),
  'eye/hair': (shot) => drawHairOverEye(shot, sideOf(shot)),
  'eye/patch': (shot) => drawEyePatch(shot, sideOf(shot)),
  ...Object.fromEntries(
    LENSES.map((kind) => [`sunglasses/${kind}`, (shot: Shot) => drawSunglasses(shot, kind)]),
  ),
};

/** Report only: the documents ask for an uncovered face, and nothing that identifies a person is hidden here. */
const CHEEKS: Readonly<Record<string, Paint>> = {
  'cheek/hand': (shot) => drawHand(shot, { x: shot.random() < 0.5 ? -34 : 34, y: 6 }, 0.8),
  'cheek/phone': (shot) => drawPhone(shot, { x: shot.random() < 0.5 ? -34 : 34, y: 6 }, undefined, 0.8),
};

const EYES: Readonly<Record<string, Paint>> = {
  'eyes/both': (shot) => (lowerLid(shot, 'left'), lowerLid(shot, 'right')),
  'eyes/left': (shot) => lowerLid(shot, 'left'),
  'eyes/right': (shot) => lowerLid(shot, 'right'),
  'eyes/spectacles': (shot) => {
    lowerLid(shot, 'left');
    lowerLid(shot, 'right');
    drawSpectacles(shot, 'thin');
  },
};

/** Report only: the eyes are open, and no document asks where they look. */
const HALF_EYES: Readonly<Record<string, Paint>> = {
  'eyes/squint': (shot) => (lowerLid(shot, 'left', 0.45), lowerLid(shot, 'right', 0.45)),
  'eyes/looking-down': (shot) => {
    glance(shot, 0, 0.35);
    lowerLid(shot, 'left', 0.4);
    lowerLid(shot, 'right', 0.4);
  },
};

export function coveredScenes(person: Person): Scene[] {
  return [
    ...variants(person, COVERS, ({ covered }) =>
      Math.max(...Object.values(covered ?? {})) >= COVERED_SHARE ? 'FACE_IS_OCCLUDED' : 'any',
    ),
    ...variants(person, CHEEKS, 'any'),
    ...variants(person, EYES, 'EYES_CLOSED'),
    ...variants(person, HALF_EYES, 'any'),
  ];
}

/** Each twice: as it is, and larger in a worse camera's picture by weaker, warmer light. */
function variants(person: Person, paints: Readonly<Record<string, Paint>>, expect: Scene['expect']): Scene[] {
  return Object.entries(paints).flatMap(([kind, paint]) =>
    [false, true].map((isWorse): Scene => {
      const id = `${kind}${isWorse ? '/worse' : ''}`;
      return {
        id: `${person.file}/${id}`,
        kind,
        person,
        expect,
        flaws: isWorse ? SOME_FLAWS : NO_FLAWS,
        draw: () => {
          const usual = usualHeight(person, CAMERAS.hd);
          const shot = takeShot(person, id, {
            camera: CAMERAS.hd,
            faceHeight: isWorse ? Math.min(0.66, 1.12 * usual) : usual,
            rollDeg: isWorse ? 4 : 0,
          });
          const painted = withCover(shot, paint);
          if (isWorse) {
            tint(shot, '#fff0d8');
            expose(shot, 0.75);
          }
          return painted;
        },
      };
    }),
  );
}

function sideOf(shot: Shot): 'left' | 'right' {
  return shot.random() < 0.5 ? 'left' : 'right';
}

function eyeOf(shot: Shot): { x: number; y: number } {
  const { unit } = axesOf(shot);
  const [nose, left, right] = [at(shot, 4), at(shot, 159), at(shot, 386)];
  const eye = sideOf(shot) === 'left' ? left : right;
  return { x: (eye.x - nose.x) / unit, y: (eye.y - nose.y) / unit };
}
