import type { GuardId } from '../../../src/types/capture.js';
import { randomOf } from '../../guards/random.js';
import { addNoise, blur, throughJpeg } from '../../guards/page/camera-flaws.js';
import { lowerLid } from '../../guards/page/eyelids.js';
import { expose } from '../../guards/page/light.js';
import type { Person } from '../../guards/page/person.js';
import { CAMERAS } from '../../guards/page/scene.js';
import { takeShot } from '../../guards/page/shot.js';
import { turnHead } from '../../guards/page/turned.js';

/** What is wrong with one frame, each from 0 to 1. */
export interface Damage {
  readonly blur: number;
  readonly turn: number;
  readonly dark: number;
  readonly lids: number;
}

/** A frame of a sequence before it is drawn. */
export interface FramePlan {
  readonly damage: Damage;
  /** In the middle of a blink, with nothing else wrong: a tempting photo. */
  readonly eyesClosed: boolean;
}

const NO_DAMAGE: Damage = { blur: 0, turn: 0, dark: 0, lids: 0 };
/** Every other frame is worse than the best one by this much at least. */
const LEAST_DAMAGE = 0.15;
/** A second at 15 frames, and the frame that ends it. */
const FRAMES = 16;
/** 150 ms. */
const BLINK_FRAMES = 3;

/** The worst that is drawn; what a guard refuses of it is made weaker, so that choosing is left to the score. */
const WORST = { blurShare: 0.011, yawDeg: 11, pitchDeg: 5, gain: 0.5, lidsShare: 0.4 };

/** One undamaged frame somewhere among damaged ones, and a blink where it is asked for. */
export function planSequence(seed: string, blinks: boolean): readonly FramePlan[] {
  const random = randomOf(seed);
  const best = Math.floor(FRAMES * random());
  const amount = () => LEAST_DAMAGE + (1 - LEAST_DAMAGE) * random();
  const frames = Array.from({ length: FRAMES }, (_, number): FramePlan => {
    const damage = { blur: amount(), turn: amount(), dark: amount(), lids: amount() };
    return { damage: number === best ? NO_DAMAGE : damage, eyesClosed: false };
  });
  if (!blinks) return frames;
  // Neither over the best frame nor at either end, where a hold begins and ends.
  const starts = Array.from({ length: FRAMES - BLINK_FRAMES - 1 }, (_, start) => start + 1).filter(
    (start) => best < start || best >= start + BLINK_FRAMES,
  );
  const start = starts[Math.floor(random() * starts.length)] ?? 1;
  return frames.map((frame, number) =>
    number >= start && number < start + BLINK_FRAMES ? { damage: NO_DAMAGE, eyesClosed: true } : frame,
  );
}

/** One number for what the score weighs: the mean of all that is wrong. */
export function damageOf({ damage, eyesClosed }: FramePlan): number {
  if (eyesClosed) return Infinity;
  const { blur: blurred, turn, dark, lids } = damage;
  return (blurred + turn + dark + lids) / 4;
}

/** The damage for which a guard refuses a frame; all of it where it is not here. */
const DAMAGE_OF: Partial<Record<GuardId, keyof Damage>> = {
  FACE_ANGLE_TOO_LARGE: 'turn',
  EYES_CLOSED: 'lids',
  IMAGE_TOO_DARK: 'dark',
  IMAGE_BLURRED: 'blur',
};

/** The same frame with a share of the damage for which guards refused it. */
export function milder(plan: FramePlan, refusing: readonly GuardId[], share: number): FramePlan {
  const kinds = Object.keys(plan.damage) as (keyof Damage)[];
  const isRefused = (kind: keyof Damage) => refusing.some((guard) => (DAMAGE_OF[guard] ?? kind) === kind);
  const shares = kinds.map((kind) => [kind, (isRefused(kind) ? share : 1) * plan.damage[kind]] as const);
  return { ...plan, damage: { ...plan.damage, ...Object.fromEntries(shares) } };
}

/** The picture that a camera gives of a frame, with its noise and JPEG. */
export function drawFrame(person: Person, { damage, eyesClosed }: FramePlan): Promise<ImageBitmap> {
  const shot = takeShot(person, 'best frame', { camera: CAMERAS.hd });
  const lids = eyesClosed ? 1 : WORST.lidsShare * damage.lids;
  if (lids > 0) (['left', 'right'] as const).forEach((eye) => lowerLid(shot, eye, lids));
  if (damage.turn > 0) {
    // Further away from the camera, whatever way the photographed head is turned: the other way would make it better.
    turnHead(shot, {
      yawDeg: Math.sign(person.pose.yawDeg) * WORST.yawDeg * damage.turn,
      pitchDeg: Math.sign(person.pose.pitchDeg) * WORST.pitchDeg * damage.turn,
      rollDeg: 0,
    });
  }
  expose(shot, 1 - (1 - WORST.gain) * damage.dark);
  if (damage.blur > 0) blur(shot, WORST.blurShare * damage.blur);
  addNoise(shot, 2);
  return throughJpeg(shot.canvas, 0.9);
}
