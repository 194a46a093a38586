import type { Person } from './person.js';
import { NO_FLAWS, type Scene } from './scene.js';
import { takeShot, type ShotOptions } from './shot.js';

/** Shares of a limit at which it is looked whether the guard has switched: five percent to each side, and further. */
export const STEPS = [0.9, 0.95, 1.05, 1.1];

/** A person at a place before the camera, as they were photographed. */
export function placedScene(
  person: Person,
  kind: string,
  expect: Scene['expect'],
  options: ShotOptions,
): Scene {
  return {
    id: `${person.file}/${kind}`,
    kind,
    person,
    expect,
    flaws: NO_FLAWS,
    draw: () => takeShot(person, kind, options),
  };
}
