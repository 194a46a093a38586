import type { Point } from '../../../src/types/frame.js';
import type { Random } from '../random.js';
import { renderMoved } from './moved-mesh.js';
import { at, axesOf, between } from './paths.js';
import type { Shot } from './shot.js';

/** One feature made wider, narrower, taller or flatter, and what is around it a little along. */
interface Change {
  readonly middle: Point;
  /** How far around the middle it reaches, as the deviation of a bell. */
  readonly reachPx: number;
  readonly across: number;
  readonly down: number;
}

/**
 * The same photograph as another person: eyes, nose, mouth and jaw of other proportions, with the mesh moved along. A photograph
 * shows one shape of each, and what is fitted on few people must not know them by it.
 */
export function reshape(shot: Shot, random: Random): Shot {
  const { unit, angle } = axesOf(shot);
  const spread = (least: number, most: number) => least + (most - least) * random();
  const [eyesAcross, eyesDown] = [spread(0.88, 1.12), spread(0.72, 1.25)];
  const eye = (outer: number, inner: number): Change => ({
    middle: between(at(shot, outer), at(shot, inner), 0.5),
    reachPx: 7 * unit,
    across: eyesAcross,
    down: eyesDown,
  });
  const changes: readonly Change[] = [
    eye(33, 133),
    eye(263, 362),
    { middle: at(shot, 13), reachPx: 13 * unit, across: spread(0.82, 1.18), down: spread(0.75, 1.3) },
    { middle: at(shot, 4), reachPx: 10 * unit, across: spread(0.82, 1.22), down: spread(0.88, 1.12) },
    { middle: at(shot, 152), reachPx: 22 * unit, across: spread(0.9, 1.1), down: spread(0.94, 1.06) },
  ];
  const move = ({ x, y }: Point): Point => {
    let [dx, dy] = [0, 0];
    for (const { middle, reachPx, across, down } of changes) {
      const [right, low] = turned(x - middle.x, y - middle.y, -angle);
      const share = Math.exp(-(right ** 2 + low ** 2) / (2 * reachPx ** 2));
      const [moveX, moveY] = turned(share * (across - 1) * right, share * (down - 1) * low, angle);
      dx += moveX;
      dy += moveY;
    }
    return { x: x + dx, y: y + dy };
  };
  renderMoved(shot, ({ x, y, z }) => ({ ...move({ x, y }), z }));
  const mesh = shot.mesh.slice();
  for (let index = 0; index + 2 < mesh.length; index += 3) {
    const { x, y } = move({ x: mesh[index] ?? NaN, y: mesh[index + 1] ?? NaN });
    mesh.set([x, y], index);
  }
  return { ...shot, mesh };
}

function turned(x: number, y: number, angle: number): [number, number] {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
