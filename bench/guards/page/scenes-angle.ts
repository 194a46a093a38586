import { LIMIT_SPECS } from '../../../src/core/limits.js';
import type { HeadPose } from '../../../src/types/frame.js';
import type { Person } from './person.js';
import { takeCanonicalShot, type CanonicalFace } from './canonical.js';
import { CAMERAS, NO_FLAWS, type Scene } from './scene.js';
import { takeShot } from './shot.js';
import { turnHead, type Turn } from './turned.js';

const TURNS: readonly (readonly [keyof HeadPose, readonly number[]])[] = [
  ['yawDeg', [-45, -30, -25, -20, -10, 0, 10, 20, 25, 30, 45]],
  ['pitchDeg', [-35, -25, -20, -10, 10, 20, 25, 35]],
  ['rollDeg', [-45, -35, -20, 20, 35, 45]],
];

/** Closer to a limit than this, either answer may be right. */
const UNSURE_DEG = 4;

/** Heads turned by rendering, with the angles that they have then. */
export function angleScenes(person: Person): Scene[] {
  return TURNS.flatMap(([axis, angles]) =>
    angles.map((degrees): Scene => {
      const turn: Turn = { yawDeg: 0, pitchDeg: 0, rollDeg: 0, [axis]: degrees };
      const truth = add(person.pose, turn);
      const kind = `angle/${axis.replace('Deg', '')}${degrees}`;
      return {
        id: `${person.file}/${kind}`,
        kind,
        person,
        expect: expected(truth),
        truth,
        flaws: NO_FLAWS,
        draw: () => {
          const shot = takeShot(person, kind, { camera: CAMERAS.hd });
          turnHead(shot, turn);
          return shot;
        },
      };
    }),
  );
}

/** Exact for turns about one axis of a head whose other angles are small. */
function add(one: HeadPose, other: Turn): HeadPose {
  return {
    yawDeg: one.yawDeg + other.yawDeg,
    pitchDeg: one.pitchDeg + other.pitchDeg,
    rollDeg: one.rollDeg + other.rollDeg,
  };
}

function expected({ yawDeg, pitchDeg, rollDeg }: HeadPose): Scene['expect'] {
  const { maxYawDeg, maxPitchDeg, maxRollDeg } = LIMIT_SPECS;
  const excess = Math.max(
    Math.abs(yawDeg) - maxYawDeg.enter,
    Math.abs(pitchDeg) - maxPitchDeg.enter,
    Math.abs(rollDeg) - maxRollDeg.enter,
  );
  return excess > UNSURE_DEG ? 'FACE_ANGLE_TOO_LARGE' : excess < -UNSURE_DEG ? null : 'any';
}

/** Turns at which it is looked how far the angles of a head of exactly known ones are off. */
const KNOWN: readonly Turn[] = [
  ...[-15, 0, 15].map((pitchDeg) => ({ yawDeg: 0, pitchDeg, rollDeg: 0 })),
  ...[-15, 15].map((yawDeg) => ({ yawDeg, pitchDeg: 0, rollDeg: 0 })),
];

/** Report only: the canonical head with each person's skin, for the bias of the angles. */
export function canonicalScenes(person: Person, canonical: CanonicalFace): Scene[] {
  return KNOWN.map((turn): Scene => {
    const kind = `canonical/yaw${turn.yawDeg}-pitch${turn.pitchDeg}`;
    return {
      id: `${person.file}/${kind}`,
      kind,
      person,
      expect: 'any',
      truth: turn,
      flaws: NO_FLAWS,
      draw: () => takeCanonicalShot(person, kind, canonical, CAMERAS.hd, turn),
    };
  });
}
