import { LIMIT_SPECS } from '../../../src/core/limits.js';
import { drawBeard, drawCap, drawFreckles, drawFringe, drawLipstick, drawShadow } from './bare.js';
import { drawSkinTone, hasOpenMouth, OPEN_MOUTH, openMouth } from './skin-and-mouth.js';
import { drawSpectacles } from './cover-eyes.js';
import { cheekLuma, expose, lightFromSide, standBefore, tint } from './light.js';
import type { Person } from './person.js';
import { CAMERAS, NO_FLAWS, SOME_FLAWS, type Flaws, type Scene } from './scene.js';
import { takeShot, usualHeight, type Shot, type ShotOptions } from './shot.js';
import { turnHead } from './turned.js';

type Paint = (shot: Shot) => void;

const PAINTS: Readonly<Record<string, Paint>> = {
  plain: () => undefined,
  beard: (shot) => drawBeard(shot),
  moustache: (shot) => drawBeard(shot, false),
  'open-mouth': (shot) => openMouth(shot, OPEN_MOUTH),
  lipstick: drawLipstick,
  freckles: drawFreckles,
  fringe: drawFringe,
  cap: drawCap,
  'spectacles-thin': (shot) => drawSpectacles(shot, 'thin'),
  'spectacles-thick': (shot) => drawSpectacles(shot, 'thick'),
  'spectacles-round': (shot) => drawSpectacles(shot, 'round', true),
  shadow: drawShadow,
  'side-light': (shot) => lightFromSide(shot, shot.random() < 0.5 ? 'left' : 'right', 0.68),
  warm: (shot) => tint(shot, '#ffe2b8'),
  cool: (shot) => tint(shot, '#cfe4ff'),
  'plain-wall': (shot) => standBefore(shot, 'plain'),
  'busy-wall': (shot) => standBefore(shot, 'busy'),
  'skin-brown': (shot) => drawSkinTone(shot, { r: 150, g: 105, b: 78 }),
  'skin-dark': (shot) => drawSkinTone(shot, { r: 92, g: 62, b: 48 }),
  'skin-pale': (shot) => drawSkinTone(shot, { r: 232, g: 196, b: 178 }),
  dimmer: (shot) => expose(shot, Math.min(1, 95 / cheekLuma(shot))),
};

/** Scenes that must be captured. */
export function cleanScenes(person: Person): Scene[] {
  const scene = (
    kind: string,
    options: ShotOptions,
    paint: Paint = () => undefined,
    flaws: Flaws = NO_FLAWS,
  ): Scene => ({
    id: `${person.file}/clean/${kind}`,
    kind: `clean/${kind}`,
    person,
    expect: null,
    flaws,
    draw: () => {
      const shot = takeShot(person, `clean/${kind}`, options);
      paint(shot);
      return shot;
    },
  });
  const camera = CAMERAS.hd;
  const usual = usualHeight(person, camera);
  const painted = Object.entries(PAINTS).map(([kind, paint], number) =>
    scene(
      kind,
      { camera, faceHeight: usual * (1 + 0.03 * (number % 5)) },
      paint,
      number % 2 ? SOME_FLAWS : NO_FLAWS,
    ),
  );
  const turned = (['yaw', 'pitch'] as const).flatMap((axis) =>
    [-6, 6]
      .filter((degrees) => isWithinLimits(person, axis, degrees))
      .map((degrees) =>
        scene(`${axis}${degrees}`, { camera }, (shot) =>
          turnHead(shot, {
            yawDeg: axis === 'yaw' ? degrees : 0,
            pitchDeg: axis === 'pitch' ? degrees : 0,
            rollDeg: 0,
          }),
        ),
      ),
  );
  return [
    ...painted.filter(({ kind }) => kind !== 'clean/open-mouth' || !hasOpenMouth(person)),
    ...turned,
    scene('larger', { camera, faceHeight: 0.66 }),
    scene('full-hd', { camera: CAMERAS.fullHd, faceHeight: 0.42 }),
    scene('full-hd-flawed', { camera: CAMERAS.fullHd, faceHeight: 0.55 }, undefined, SOME_FLAWS),
    scene('vga', { camera: CAMERAS.vga }),
    scene('vga-flawed', { camera: CAMERAS.vga }, undefined, SOME_FLAWS),
    scene('tilted-left', { camera, rollDeg: -9 }),
    scene('tilted-right', { camera, rollDeg: 9 }, undefined, SOME_FLAWS),
    scene('off-left', { camera, centre: { x: 0.47, y: 0.5 } }),
    scene('off-low', { camera, centre: { x: 0.51, y: 0.55 } }),
  ];
}

/** A head that stands at an angle in its photograph may be past the limit when it is turned further. */
function isWithinLimits({ pose }: Person, axis: 'yaw' | 'pitch', degrees: number): boolean {
  const { maxYawDeg, maxPitchDeg } = LIMIT_SPECS;
  return axis === 'yaw'
    ? Math.abs(pose.yawDeg + degrees) <= maxYawDeg.enter
    : Math.abs(pose.pitchDeg + degrees) <= maxPitchDeg.enter;
}
