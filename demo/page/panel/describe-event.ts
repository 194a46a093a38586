import type { OkayEventMap } from '../../../src/element/events.js';
import { kilobytes } from './kilobytes.ts';

/** Events that the log shows; `okay-frame`, which comes many times a second, has a line of its own. */
export const LOGGED_EVENTS = [
  'okay-phase',
  'okay-hint',
  'okay-capture',
  'okay-progress',
  'okay-result',
  'okay-error',
] as const satisfies readonly (keyof OkayEventMap)[];

type Describe = {
  readonly [Name in (typeof LOGGED_EVENTS)[number]]: (event: OkayEventMap[Name]) => string;
};

/** One line for each event: sizes and codes, never an image, a key, a journey or an answer as received. */
export const DESCRIBE: Describe = {
  'okay-phase': ({ phase, previous }) => `${previous} → ${phase}`,
  'okay-hint': ({ hint }) => (hint ? joined(hint.code, hint.direction) : 'none'),
  'okay-capture': ({ image, width, height, score, source }) =>
    joined(
      `${width} × ${height}`,
      kilobytes(image.size),
      source,
      score ? `score ${score.total.toFixed(2)}` : undefined,
    ),
  'okay-progress': ({ stage, loaded, total }) => joined(stage, `${kilobytes(loaded)} of ${kilobytes(total)}`),
  'okay-result': ({ verdict: { matched, live, confidence, probability } }) =>
    joined(
      `matched ${matched ?? '–'}`,
      `live ${live ?? '–'}`,
      `emulated scores ${confidence ?? '–'} and ${probability ?? '–'}`,
    ),
  'okay-error': ({ error: { code, hint, recoverable } }) =>
    joined(code, hint?.code === code ? undefined : hint?.code, recoverable ? 'recoverable' : 'final'),
};

function joined(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' · ');
}
