import type { Expectation } from '../result.js';
import type { Person } from './person.js';
import { CAMERAS, NO_FLAWS, SOME_FLAWS, type Scene } from './scene.js';
import { takeShot } from './shot.js';

const EXPECTED = {
  sunglasses: 'FACE_IS_OCCLUDED',
  turned: 'FACE_ANGLE_TOO_LARGE',
  hair: 'FACE_IS_OCCLUDED',
} satisfies Record<NonNullable<Person['fault']>, Expectation>;

/** A head that is tilted in its photograph is put upright, and near: whose hint is asked for is that of the fault alone. */
const SUNGLASSES_HEIGHT = 0.58;

/** Sunglasses and turned heads that nobody drew. */
export function photographedScenes(person: Person): Scene[] {
  const { fault } = person;
  if (fault === null) return [];
  return [NO_FLAWS, SOME_FLAWS].map((flaws, number) => ({
    id: `${person.file}/photographed/${fault}${number === 0 ? '' : '/flawed'}`,
    kind: `photographed/${fault}`,
    person,
    expect: EXPECTED[fault],
    flaws,
    draw: () =>
      takeShot(person, `photographed/${number}`, {
        camera: CAMERAS.hd,
        ...(fault === 'sunglasses' ? { faceHeight: SUNGLASSES_HEIGHT, rollDeg: -person.pose.rollDeg } : {}),
      }),
  }));
}
