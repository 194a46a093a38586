import type { GuardId } from '../../../src/types/capture.js';
import { drawSkinTone } from './skin-and-mouth.js';
import { blur, blurByMotion, upscale } from './camera-flaws.js';
import { cheekLuma, expose, lightFromBehind, lightOneCheek, tint, washOut } from './light.js';
import type { Person } from './person.js';
import { CAMERAS, NO_FLAWS, SOME_FLAWS, type Scene } from './scene.js';
import { takeShot, type Shot } from './shot.js';

interface Fault {
  readonly expect: GuardId | 'any';
  readonly paint: (shot: Shot) => void;
}

/** Exposure under which the cheeks of a face in good light (luma 180) come out at a value. */
const GOOD_LIGHT_LUMA = 180;
/** And in light that is dim, but passes. */
const DIM_LUMA = 60;

function darken(shot: Shot, gain: number): void {
  // The photograph's own exposure first, so that the same room is as dark for everybody.
  expose(shot, Math.min(1.4, GOOD_LIGHT_LUMA / Math.max(90, cheekLuma(shot))));
  expose(shot, gain);
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'light/dark': { expect: 'IMAGE_TOO_DARK', paint: (shot) => darken(shot, 0.16) },
  'light/very-dark': { expect: 'IMAGE_TOO_DARK', paint: (shot) => darken(shot, 0.09) },
  'light/dark-pale-skin': {
    expect: 'IMAGE_TOO_DARK',
    paint: (shot) => (drawSkinTone(shot, { r: 232, g: 196, b: 178 }), expose(shot, 0.17)),
  },
  'light/dark-dark-skin': {
    expect: 'IMAGE_TOO_DARK',
    paint: (shot) => (drawSkinTone(shot, { r: 92, g: 62, b: 48 }), expose(shot, 0.3)),
  },
  'light/bright': {
    expect: 'IMAGE_TOO_BRIGHT',
    paint: (shot) => expose(shot, 285 / Math.max(60, cheekLuma(shot))),
  },
  'light/burnt-out': {
    expect: 'IMAGE_TOO_BRIGHT',
    paint: (shot) => expose(shot, 380 / Math.max(60, cheekLuma(shot))),
  },
  'light/washed-out': { expect: 'IMAGE_TOO_BRIGHT', paint: (shot) => washOut(shot, 0.8) },
  'light/backlit': {
    expect: 'IMAGE_BACKLIT',
    paint: (shot) => lightFromBehind(shot, 60 / Math.max(60, cheekLuma(shot))),
  },
  'light/left': { expect: 'IMAGE_UNEVEN_LIGHT', paint: (shot) => lightOneCheek(shot, 'left', 0.25) },
  'light/right': { expect: 'IMAGE_UNEVEN_LIGHT', paint: (shot) => lightOneCheek(shot, 'right', 0.25) },
  'light/left-harder': { expect: 'IMAGE_UNEVEN_LIGHT', paint: (shot) => lightOneCheek(shot, 'left', 0.15) },
  'light/red': { expect: 'any', paint: (shot) => tint(shot, '#ff6a5a') },
  'blur/gaussian-0.015': { expect: 'IMAGE_BLURRED', paint: (shot) => blur(shot, 0.015) },
  'blur/gaussian-0.025': { expect: 'IMAGE_BLURRED', paint: (shot) => blur(shot, 0.025) },
  'blur/motion-0.06': { expect: 'IMAGE_BLURRED', paint: (shot) => blurByMotion(shot, 0.06, 20) },
  'blur/motion-0.1': { expect: 'IMAGE_BLURRED', paint: (shot) => blurByMotion(shot, 0.1, 90) },
  'blur/dim': {
    expect: 'IMAGE_BLURRED',
    paint: (shot) => (blur(shot, 0.015), expose(shot, Math.min(1, DIM_LUMA / cheekLuma(shot)))),
  },
  'blur/upscaled': { expect: 'IMAGE_BLURRED', paint: (shot) => upscale(shot, 44) },
};

/** Too little, too much, one-sided and backlit light; pictures out of focus, moved, and of too few pixels. */
export function lightScenes(person: Person): Scene[] {
  return Object.entries(FAULTS).flatMap(([kind, { expect, paint }]) =>
    [false, true].map((isFlawed): Scene => {
      const id = `${kind}${isFlawed ? '/flawed' : ''}`;
      return {
        id: `${person.file}/${id}`,
        kind,
        person,
        expect,
        flaws: isFlawed ? SOME_FLAWS : NO_FLAWS,
        draw: () => {
          const shot = takeShot(person, id, { camera: CAMERAS.hd });
          paint(shot);
          return shot;
        },
      };
    }),
  );
}
